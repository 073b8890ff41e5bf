// Every text of the program in Russian: one line each, sorted by the English text (byte order; a test says where not).
// Append a text in its place; plurals (trn) stand in the second table, under their English singular.
#include "base/i18n_ru.h"

namespace leadkeep {
namespace {

constexpr RussianText texts[] = {
    {"Advertising", "Реклама"},
    {"Another change is still being written. Wait until it is finished.", "Ещё записывается другое изменение. Дождитесь его окончания."},
    {"By mistake", "По ошибке"},
    {"Call", "Звонок"},
    {"Call-back", "Обратный звонок"},
    {"Competitor", "Ушёл к конкуренту"},
    {"Contacted", "Установлен контакт"},
    {"Customer", "Клиент"},
    {"Does not answer", "Не отвечает"},
    {"E-mail", "E-mail"},
    {"Exhibition", "Выставка"},
    {"Existing client", "Существующий клиент"},
    {"Failure analysis", "Анализ причины провала"},
    {"Final invoice", "Финальный счёт"},
    {"In progress", "В работе"},
    {"In work", "В работе"},
    {"Inactive", "Неактивный"},
    {"Junk lead", "Некачественный лид"},
    {"Lost", "Сделка проиграна"},
    {"Messenger", "Мессенджер"},
    {"Missing feature", "Нет нужной функции"},
    {"Negotiation", "Переговоры"},
    {"New", "Новая"},
    {"No budget", "Нет бюджета"},
    {"No decision-maker", "Нет выхода на принимающего решение"},
    {"Not a fit", "Не подходит"},
    {"Not processed", "Не обработан"},
    {"Nurturing", "Прогрев"},
    {"Open", "Открыт"},
    {"Other", "Другое"},
    {"Preparation", "Подготовка документов"},
    {"Prepayment", "Предоплата"},
    {"Price", "Цена"},
    {"Processed", "Обработан"},
    {"Qualified", "Квалифицирован"},
    {"Quality lead", "Качественный лид"},
    {"Recommendation", "Рекомендация"},
    {"The database cannot be written.", "База данных недоступна для записи."},
    {"The database failed: {0}.", "Ошибка базы данных: {0}."},
    {"The database is busy. Try again in a moment.", "База данных занята. Повторите попытку через мгновение."},
    {"The database is damaged: {0}.", "База данных повреждена: {0}."},
    {"There is no memory left for this.", "Для этого не хватает памяти."},
    {"There is no space left to save.", "Не осталось места для сохранения."},
    {"This database was written by a newer version. It can be read but not changed.",
     "База данных записана более новой версией. Её можно читать, но не изменять."},
    {"This file is not a Leadkeep database.", "Этот файл не является базой данных Leadkeep."},
    {"This record is not there any more.", "Этой записи больше нет."},
    {"Unqualified", "Неквалифицирован"},
    {"Walk-in", "Посетитель"},
    {"Web form", "Веб-форма"},
    {"Website", "Сайт"},
    {"Won", "Сделка успешна"},
    {"Wrong contact data", "Неверные контактные данные"},
    {"{0}, line {1}, column {2}", "{0}, строка {1}, столбец {2}"},
    {"{0}, line {1}", "{0}, строка {1}"},
    {"line {0}", "строка {0}"},
    {"line {0}, column {1}", "строка {0}, столбец {1}"},
};

constexpr RussianPlural plurals[] = {
    {"{0} lead", "{0} лид", "{0} лида", "{0} лидов"},
};

}  // namespace

std::span<RussianText const> russian_texts() { return texts; }
std::span<RussianPlural const> russian_plurals() { return plurals; }

}  // namespace leadkeep
