// The texts about storage, backups and what is done after damage in Russian, of the core and of screens. One line each,
// sorted by the English text. Plurals (trn) stand in the second table, under their English singular.
#include "base/i18n_ru.h"

namespace leadkeep {
namespace {

constexpr RussianText texts[] = {
    {"; whether there were more can't be told", "; были ли ещё, сказать нельзя"},
    {"A part is lost; everything else can be read.", "Часть потеряна; всё остальное читается."},
    {"Everything can be read: what was damaged is not a part of your data.", "Читается всё: повреждено то, что не относится к вашим данным."},
    {"Nothing of a Leadkeep database can be read in this file.", "В этом файле не удалось прочитать ничего из базы Leadkeep."},
    {"The file is damaged: a part of it can't be read.", "Файл повреждён: часть его не читается."},
    {"This file was written by a newer Leadkeep. Reload the page to get the newer program, then choose it again.",
     "Этот файл записан более новой версией Leadkeep. Обновите страницу, чтобы получить новую программу, и выберите его ещё раз."},
    {"What could be found can be read; whether there was more can't be told.", "Всё, что нашлось, читается; было ли что-то ещё, сказать нельзя."},
    {"{0} is there already. Nothing is overwritten: choose another name.", "{0} уже существует. Ничего не перезаписано: выберите другое имя."},
};

constexpr RussianPlural plurals[] = {
    {", at least {0} is lost", ", потеряно не меньше {0}", ", потеряно не меньше {0}", ", потеряно не меньше {0}"},
    {", {0} is lost", ", {0} потерян", ", {0} потеряно", ", {0} потеряно"},
    {"; {0} lacks a long text", "; у {0} нет длинного текста", "; у {0} нет длинного текста", "; у {0} нет длинного текста"},
    {"{0} company can be read", "Читается {0} компания", "Читаются {0} компании", "Читаются {0} компаний"},
    {"{0} contact can be read", "Читается {0} контакт", "Читаются {0} контакта", "Читаются {0} контактов"},
    {"{0} deal can be read", "Читается {0} сделка", "Читаются {0} сделки", "Читаются {0} сделок"},
    {"{0} lead can be read", "Читается {0} лид", "Читаются {0} лида", "Читаются {0} лидов"},
    {"{0} link, tag or product can be read", "Читается {0} связь, метка или товар", "Читаются {0} связи, метки и товара", "Читаются {0} связей, меток и товаров"},
    {"{0} note or entry of the history can be read", "Читается {0} заметка или запись истории", "Читаются {0} заметки и записи истории", "Читаются {0} заметок и записей истории"},
    {"{0} phone, e-mail or link can be read", "Читается {0} телефон, e-mail или ссылка", "Читаются {0} телефона, e-mail и ссылки", "Читаются {0} телефонов, e-mail и ссылок"},
    {"{0} task, call or meeting can be read", "Читается {0} задача, звонок или встреча", "Читаются {0} задачи, звонка и встречи", "Читаются {0} задач, звонков и встреч"},
};

}  // namespace

RussianTable russian_of_storage() { return {texts, plurals}; }

}  // namespace leadkeep
