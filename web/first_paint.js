// Before anything is painted: the colours and the language the person chose (as web/preferences.js keeps them), so that
// the splash does not flash in the other ones. A classic script; it must stay tiny.
(() => {
  const chosen = (name) => {
    try {
      return localStorage.getItem('leadkeep.preference.' + name) ?? '';
    } catch {
      return '';
    }
  };
  const page = document.documentElement;
  const theme = chosen('theme');
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;
  const languages = navigator.languages?.length ? navigator.languages : [navigator.language || 'en'];
  const spoken = languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((base) => base === 'en' || base === 'ru');
  const language = chosen('language');
  page.lang = language === 'en' || language === 'ru' ? language : spoken ?? 'en';
})();
