// People as a web CRM exports them, the same for every measurement: 24 columns, two phones, an e-mail, tags, text of some
// length; nobody twice. All stand in one column of the board, or in its five by turns.
import fs from 'node:fs';

const firstNames = ['Shelley', 'Leah', 'Margaret', 'Faith', 'Robin', 'Dolores', 'Brett', 'Suzanne', 'Brent', 'Martin'];
const lastNames = ['Kerluke', 'Boehm', 'Haley', 'Leuschke', 'Fritsch', 'Larson', 'Connelly', 'Bode', 'Kilback'];
const tags = ['', 'vip', 'musician, vip', 'influencer', '', 'manager', ''];
const columns = ['id', 'first_name', 'last_name', 'gender', 'job title', 'background', 'first_seen', 'last_seen', 'has_newsletter', 'stage', 'tags',
  'company_id', 'sales_id', 'linkedin_url', 'company_name', 'nb_tasks', 'company', 'sales', 'email_work', 'email_home', 'email_other', 'phone_work',
  'phone_home', 'phone_other'];

export const allStages = ['Not processed', 'In progress', 'Processed', 'Quality lead', 'Junk lead'];

const of = (list, i) => list[i % list.length];
const digits = (number, count) => String(number).padStart(count, '0');

// By the columns' order.
function person(i, stages) {
  const company = `Company ${i % 997}, Sons and Co`;
  const area = 200 + (i % 700);
  const block = Math.floor(i / 10_000) % 700;
  return [
    i, of(firstNames, i), of(lastNames, i), 'female', `Engineer ${i % 60}`,
    `Eaque voluptatem cum aut, suscipit in ${i} magnam nesciunt necessitatibus voluptates`,
    `2024-0${i % 9 + 1}-1${i % 10}T18:04:34.666+00:00`, '2024-08-14T11:39:02.318+00:00', 'false', of(stages, i), of(tags, i), i % 997, 1, '',
    company, 0, company, `Jane Doe ${i % 4}`, `${of(firstNames, i)}.${of(lastNames, i)}${i}@example.com`, '', '',
    `(${200 + block}) ${area}-${digits(i % 10_000, 4)}`, '', `1-${area}-${201 + block}-${digits(i % 10_000, 4)} x371`,
  ];
}

const people = (count, stages) => Array.from({ length: count }, (_, i) => person(i, stages));
const csvCell = (value) => (/[",\n]/.test(value) ? `"${value}"` : value);

export function writePeople(file, count, stages = allStages) {
  const lines = people(count, stages).map((values) => values.map(csvCell).join(','));
  fs.writeFileSync(file, [columns.join(','), ...lines].join('\n') + '\n');
  return file;
}

// The same people as a program that has no database fetches them: objects, without what is empty.
export function writePeopleJson(file, count, stages = allStages) {
  const named = (values) => columns.map((name, at) => [name, values[at]]).filter(([, value]) => value !== '');
  const objects = people(count, stages).map((values) => Object.fromEntries(named(values)));
  fs.writeFileSync(file, JSON.stringify(objects));
  return file;
}
