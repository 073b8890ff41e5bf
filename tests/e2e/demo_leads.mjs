// A small firm's leads in two languages, for pictures of a board in use: two dozen, in all stages, with sums, people and
// ways to reach them. Limits: made up; dates are none, since a picture is taken today.
const managers = { en: ['Anna Orlova', 'Ivan Petrov', 'Olga Titova'], ru: ['Анна Орлова', 'Иван Петров', 'Ольга Титова'] };
const stages = {
  en: ['Not processed', 'In progress', 'Processed', 'Quality lead', 'Junk lead'],
  ru: ['Не обработан', 'В работе', 'Обработан', 'Качественный лид', 'Некачественный лид'],
};
const headings = {
  en: ['Title', 'Stage', 'Amount', 'Currency', 'First name', 'Last name', 'Company', 'Work phone', 'E-mail', 'Manager', 'Source', 'Tags'],
  ru: ['Название лида', 'Статус', 'Сумма', 'Валюта', 'Имя', 'Фамилия', 'Название компании', 'Рабочий телефон', 'E-mail', 'Ответственный', 'Источник', 'Теги'],
};
const currency = { en: 'EUR', ru: 'RUB' };

// stage, amount, manager, phone's last digits (0: none), mail; then the texts: title, first name, last name, company, source, tag.
const leads = [
  [0, 48_000, 0, 1234, '', { en: ['Roof repair, Oak Street', 'Ivan', 'Petrov', '', 'Website', ''], ru: ['Ремонт кровли, Дубовая', 'Иван', 'Петров', '', 'Сайт', ''] }],
  [0, 0, 1, 1718, '', { en: ['Request from a messenger', 'Maria', 'Guseva', '', 'Messenger', ''], ru: ['Обращение из мессенджера', 'Мария', 'Гусева', '', 'Мессенджер', ''] }],
  [0, 215_000, 2, 5567, 'zimin@example.com', { en: ['Warehouse lighting', 'Oleg', 'Zimin', 'Vector LLC', 'Website', 'lighting'], ru: ['Освещение склада', 'Олег', 'Зимин', 'ООО «Вектор»', 'Сайт', 'свет'] }],
  [0, 0, 0, 0, '', { en: ['Exhibition contact', 'Denis', '', '', 'Exhibition', ''], ru: ['Контакт с выставки', 'Денис', '', '', 'Выставка', ''] }],
  [0, 76_500, 1, 8120, '', { en: ['Awning for a café', 'Lev', 'Sorokin', 'Café Sparrow', 'Call', ''], ru: ['Навес для кафе', 'Лев', 'Сорокин', 'Кафе «Воробей»', 'Звонок', ''] }],
  [0, 134_000, 2, 4491, 'vera@example.com', { en: ['Gates and fence', 'Vera', 'Belova', '', 'Recommendation', ''], ru: ['Ворота и забор', 'Вера', 'Белова', '', 'Рекомендация', ''] }],
  [0, 12_500, 0, 3302, '', { en: ['Window sills', 'Pavel', 'Kuznetsov', '', 'Advertising', ''], ru: ['Подоконники', 'Павел', 'Кузнецов', '', 'Реклама', ''] }],
  [1, 182_000, 0, 4567, 'anna@example.com', { en: ['Summer terrace', 'Anna', 'Sokolova', '', 'Recommendation', 'oak'], ru: ['Летняя терраса', 'Анна', 'Соколова', '', 'Рекомендация', 'дуб'] }],
  [1, 320_000, 1, 9012, '', { en: ['Office renovation', 'Vera', 'Norkina', 'Malina Café', 'Website', ''], ru: ['Ремонт офиса', 'Вера', 'Норкина', 'Кафе «Малина»', 'Сайт', ''] }],
  [1, 95_000, 2, 6640, 'roman@example.com', { en: ['Kitchen to measure', 'Roman', 'Ilyin', '', 'Website', ''], ru: ['Кухня на заказ', 'Роман', 'Ильин', '', 'Сайт', ''] }],
  [1, 145_500, 0, 2288, '', { en: ['Two balconies', 'Nina', 'Orekhova', '', 'Call', ''], ru: ['Два балкона', 'Нина', 'Орехова', '', 'Звонок', ''] }],
  [2, 140_000, 2, 8810, '', { en: ['Greenhouse heating', 'Denis', 'Travin', '', 'E-mail', ''], ru: ['Отопление теплицы', 'Денис', 'Травин', '', 'E-mail', ''] }],
  [2, 56_000, 1, 3470, 'sign@example.com', { en: ['Two façade signs', 'Rita', 'Ryabina', 'Ryabina Pharmacy', 'Advertising', ''], ru: ['Две вывески на фасад', 'Рита', 'Рябина', 'Аптека «Рябина»', 'Реклама', ''] }],
  [2, 169_000, 0, 7415, '', { en: ['Stairs of larch', 'Egor', 'Lapin', '', 'Recommendation', ''], ru: ['Лестница из лиственницы', 'Егор', 'Лапин', '', 'Рекомендация', ''] }],
  [3, 890_000, 0, 5150, 'school@example.com', { en: ['School canteen', 'Galina', 'Frolova', 'School No. 7', 'Call', ''], ru: ['Школьная столовая', 'Галина', 'Фролова', 'Школа № 7', 'Звонок', ''] }],
  [3, 410_000, 1, 6022, '', { en: ['Clinic waiting room', 'Timur', 'Zaitsev', 'Aibolit Clinic', 'Website', ''], ru: ['Зал ожидания клиники', 'Тимур', 'Зайцев', 'Клиника «Айболит»', 'Сайт', ''] }],
  [3, 268_000, 2, 9931, '', { en: ['Gazebo by the lake', 'Sofia', 'Panina', '', 'Existing client', ''], ru: ['Беседка у озера', 'Софья', 'Панина', '', 'Существующий клиент', ''] }],
  [4, 0, 1, 1100, '', { en: ['Asked for a job', 'Kirill', 'Nosov', '', 'Call', ''], ru: ['Спрашивал о работе', 'Кирилл', 'Носов', '', 'Звонок', ''] }],
];

const quoted = (text) => `"${String(text).replaceAll('"', '""')}"`;

// The file as text; `language` is 'en' or 'ru'.
export function demoCsv(language) {
  const rows = leads.map(([stage, amount, manager, phone, mail, texts]) => {
    const [title, first, last, company, source, tag] = texts[language];
    return [title, stages[language][stage], amount || '', amount ? currency[language] : '', first, last, company,
            phone ? `+7 900 000-${String(phone).slice(0, 2)}-${String(phone).slice(2)}` : '', mail, managers[language][manager], source, tag];
  });
  return [headings[language], ...rows].map((row) => row.map(quoted).join(',')).join('\n') + '\n';
}
