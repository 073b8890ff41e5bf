// The texts of columns and stages in Russian: their commands, menu and dialogs. One line each, sorted by the English text.
// Plurals (trn) stand in the second table.
#include "base/i18n_ru.h"

namespace leadkeep {
namespace {

constexpr RussianText texts[] = {
    {"A card that stands here for more days than this is marked.", "Карточка, которая стоит здесь дольше этого срока, помечается."},
    {"A stall limit is a number of days up to 10 000, or none.", "Срок застоя\u00A0— число дней не больше 10 000; можно обойтись и без срока."},
    {"Add a deal here", "Добавить сделку сюда"},
    {"Add a lead here", "Добавить лид сюда"},
    {"Add a stage after…", "Добавить стадию после…"},
    {"Amber", "Янтарный"},
    {"Amount, greatest first", "По сумме: сначала крупные"},
    {"Blue", "Синий"},
    {"Cards on boards", "Карточки на досках"},
    {"Choose a stage first.", "Сначала выберите стадию."},
    {"Choose the stage to which the cards of “{0}” go.", "Выберите стадию, в которую перейдут карточки из «{0}»."},
    {"Collapse", "Свернуть"},
    {"Colour", "Цвет"},
    {"Colour changed", "Цвет изменён"},
    {"Colour of “{0}”", "Цвет стадии «{0}»"},
    {"Colour…", "Цвет…"},
    {"Column menu", "Меню колонки"},
    {"Column menu: {0}", "Меню колонки: {0}"},
    {"Column sorted", "Колонка отсортирована"},
    {"Comfortable", "Просторные"},
    {"Comfortable cards", "Просторные карточки"},
    {"Compact", "Компактные"},
    {"Compact cards", "Компактные карточки"},
    {"Created, newest first", "По созданию: сначала новые"},
    {"Days", "Дни"},
    {"Delete the stage", "Удалить стадию"},
    {"Delete the stage “{0}”?", "Удалить стадию «{0}»?"},
    {"Delete…", "Удалить…"},
    {"Green", "Зелёный"},
    {"Grey", "Серый"},
    {"Last change, newest first", "По изменению: сначала недавние"},
    {"Lime", "Салатовый"},
    {"Mint", "Мятный"},
    {"Move left", "Сдвинуть влево"},
    {"Move right", "Сдвинуть вправо"},
    {"Moving cards", "Карточки переносятся"},
    {"Name, A to Z", "По названию: от А до Я"},
    {"New stage", "Новая стадия"},
    {"No limit", "Без срока"},
    {"Open the column {0}", "Развернуть колонку {0}"},
    {"Orange", "Оранжевый"},
    {"Pink", "Розовый"},
    {"Red", "Красный"},
    {"Rename", "Переименовать"},
    {"Rename {0}", "Переименовать: {0}"},
    {"Score, highest first", "По оценке: сначала высокие"},
    {"Sky blue", "Голубой"},
    {"Sort by…", "Сортировать…"},
    {"Sort “{0}” by", "Сортировка «{0}»"},
    {"Sorting", "Сортировка"},
    {"Stage added", "Стадия добавлена"},
    {"Stage deleted", "Стадия удалена"},
    {"Stage for the cards", "Стадия для карточек"},
    {"Stage moved", "Стадия перемещена"},
    {"Stage name", "Название стадии"},
    {"Stage renamed", "Стадия переименована"},
    {"Stage “{0}” deleted", "Стадия «{0}» удалена"},
    {"Stall limit", "Срок застоя"},
    {"Stall limit changed", "Срок застоя изменён"},
    {"Stall limit of “{0}”", "Срок застоя стадии «{0}»"},
    {"Stall limit…", "Срок застоя…"},
    {"There is a stage “{0}” on this board already. Choose another name.", "На этой доске уже есть стадия «{0}». Выберите другое название."},
    {"Turquoise", "Бирюзовый"},
    {"Type the stage's name first.", "Сначала введите название стадии."},
    {"View", "Вид"},
    {"Violet", "Фиолетовый"},
    {"“{0}” can't be deleted: what is lost goes there, and the board has no other such stage.", "Стадию «{0}» нельзя удалить: туда попадают проигранные карточки, а другой такой стадии на доске нет."},
    {"“{0}” can't be deleted: what succeeds goes there, and the board has no other such stage.", "Стадию «{0}» нельзя удалить: туда попадают успешные карточки, а другой такой стадии на доске нет."},
    {"“{0}” is the only stage of work on this board: new cards come there. Add another one first.", "«{0}»\u00A0— единственная рабочая стадия на этой доске: туда попадают новые карточки. Сначала добавьте другую."},
};

constexpr RussianPlural plurals[] = {
    {"{0} card stands in it. Choose where it goes; its history stays with it.",
     "В ней {0} карточка. Выберите, куда её перенести; история останется при ней.",
     "В ней {0} карточки. Выберите, куда их перенести; история останется при них.",
     "В ней {0} карточек. Выберите, куда их перенести; история останется при них."},
    {"{0} day", "{0} день", "{0} дня", "{0} дней"},
};

}  // namespace

RussianTable russian_of_columns() { return {texts, plurals}; }

}  // namespace leadkeep
