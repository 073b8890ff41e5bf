// The texts of columns and stages in Russian. One line each,
// sorted by the English text.
#include "base/i18n_ru.h"

namespace leadkeep {
namespace {

constexpr RussianText texts[] = {
    {"A stall limit is a number of days up to 10 000, or none.", "Срок застоя — число дней не больше 10 000; можно обойтись и без срока."},
    {"Choose the stage to which the cards of “{0}” go.", "Выберите стадию, в которую перейдут карточки из «{0}»."},
    {"Colour changed", "Цвет изменён"},
    {"Column sorted", "Колонка отсортирована"},
    {"Moving cards", "Карточки переносятся"},
    {"Sorting", "Сортировка"},
    {"Stage added", "Стадия добавлена"},
    {"Stage deleted", "Стадия удалена"},
    {"Stage moved", "Стадия перемещена"},
    {"Stage renamed", "Стадия переименована"},
    {"Stage “{0}” deleted", "Стадия «{0}» удалена"},
    {"Stall limit changed", "Срок застоя изменён"},
    {"There is a stage “{0}” on this board already. Choose another name.", "На этой доске уже есть стадия «{0}». Выберите другое название."},
    {"Type the stage's name first.", "Сначала введите название стадии."},
    {"“{0}” can't be deleted: what is lost goes there, and the board has no other such stage.", "Стадию «{0}» нельзя удалить: туда попадают проигранные карточки, а другой такой стадии на доске нет."},
    {"“{0}” can't be deleted: what succeeds goes there, and the board has no other such stage.", "Стадию «{0}» нельзя удалить: туда попадают успешные карточки, а другой такой стадии на доске нет."},
    {"“{0}” is the only stage of work on this board: new cards come there. Add another one first.", "«{0}» — единственная рабочая стадия на этой доске: туда попадают новые карточки. Сначала добавьте другую."},
};

}  // namespace

RussianTable russian_of_columns() { return {texts, {}}; }

}  // namespace leadkeep
