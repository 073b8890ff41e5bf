// The few sentences the page itself can say, before or without the program (whose own texts are in src/base/i18n_ru.cpp).
const TEXTS = {
  cannotStart: ['Leadkeep cannot start in this browser', 'Leadkeep не может запуститься в этом браузере'],
  noWebAssembly: [
    'The browser has no WebAssembly or it is switched off. Any current Chrome, Firefox, Edge or Safari will do; strict security modes may have to be relaxed for this page.',
    'В браузере нет WebAssembly, или он выключен. Подойдёт любой современный Chrome, Firefox, Edge или Safari; строгий режим защиты, возможно, придётся ослабить для этой страницы.',
  ],
  noWebGl: [
    'The browser has no WebGL2, which draws the screen. Switch on hardware acceleration in its settings or use a current Chrome, Firefox, Edge or Safari.',
    'В браузере нет WebGL2, которым рисуется экран. Включите аппаратное ускорение в его настройках или откройте современный Chrome, Firefox, Edge или Safari.',
  ],
  noDatabase: [
    'The browser keeps no data for this page: IndexedDB is missing or blocked. Allow site data for this page, or leave private mode.',
    'Браузер не хранит данные этой страницы: IndexedDB отсутствует или заблокирован. Разрешите хранение данных для этой страницы или выйдите из приватного режима.',
  ],
  cannotLoad: ['Leadkeep could not be loaded', 'Leadkeep не удалось загрузить'],
  loadFailed: [
    'A part of the program did not arrive. Check the connection and try again.',
    'Часть программы не загрузилась. Проверьте соединение и попробуйте ещё раз.',
  ],
  slowOpening: [
    'The browser has not handed over the saved data yet. Leadkeep keeps trying. If this lasts, close its other tabs or restart the browser; nothing is changed meanwhile.',
    'Браузер ещё не отдал сохранённые данные. Leadkeep продолжает попытки. Если это затянется, закройте другие его вкладки или перезапустите браузер; тем временем ничего не меняется.',
  ],
  stopped: ['Leadkeep has stopped', 'Leadkeep остановился'],
  stoppedText: [
    'A mistake in the program stopped it. It was nothing you did.',
    'Программу остановила ошибка в ней самой. Вы ничего не сделали не так.',
  ],
  savedIsKept: ['Everything that was shown as saved is kept.', 'Всё, что было показано как сохранённое, цело.'],
  again: ['Try again', 'Попробовать снова'],
  details: ['What happened, for a report', 'Что произошло — для сообщения об ошибке'],
};

export function pageText(name) {
  return TEXTS[name][document.documentElement.lang === 'ru' ? 1 : 0];
}
