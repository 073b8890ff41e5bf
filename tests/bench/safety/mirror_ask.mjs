// SQL to a wa-sqlite database as the page store's harness takes it: the last row's first column, or `error: ` and why.
export function asker(sqlite3, db) {
  return async (sql) => {
    let answer = '';
    try {
      await sqlite3.exec(db, sql, (row) => { answer = row[0]; });
    } catch (error) {
      return `error: ${error.message}`;
    }
    return answer ?? '';
  };
}
