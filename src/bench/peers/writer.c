/*
 * The limit: the same rows written by a C program on the SQLite library, with one prepared statement in one transaction.
 * Usage: writer add|edit DATABASE ROWS.tsv; prints the seconds from BEGIN to the end of COMMIT.
 * The first line of the file names the columns, as name:i for integers or name:t for texts.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAX_COLUMNS = 64 };

static sqlite3 *database;

static void require(int ok, const char *what) {
  if (!ok) {
    fprintf(stderr, "%s: %s\n", what, database ? sqlite3_errmsg(database) : "no database");
    exit(1);
  }
}

static void run(const char *sql) {
  require(sqlite3_exec(database, sql, 0, 0, 0) == SQLITE_OK, sql);
}

static char *read_all(const char *path) {
  FILE *file = fopen(path, "rb");
  require(file != 0, path);
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc((size_t)size + 1);
  require(text && fread(text, 1, (size_t)size, file) == (size_t)size, path);
  text[size] = 0;
  fclose(file);
  return text;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  require(argc == 4, "usage: writer add|edit DATABASE ROWS.tsv");
  char *next = read_all(argv[3]);

  char *header = strsep(&next, "\n");
  int is_integer[MAX_COLUMNS];
  int columns = 0;
  for (char *name; (name = strsep(&header, "\t")) && columns < MAX_COLUMNS; columns++) {
    is_integer[columns] = strstr(name, ":i") != 0;
  }

  require(sqlite3_open(argv[2], &database) == SQLITE_OK, argv[2]);
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  char insert[1024] = "INSERT INTO product VALUES (?";
  for (int i = 1; i < columns; i++) {
    strcat(insert, ",?");
  }
  strcat(insert, ")");
  const char *sql = strcmp(argv[1], "add") == 0
      ? insert
      : "UPDATE product SET price = ?, quantity = ?, updated = ?, version = version + 1 WHERE id = ? AND version = ?";

  double began = now();
  run("BEGIN IMMEDIATE");
  sqlite3_stmt *statement;
  require(sqlite3_prepare_v2(database, sql, -1, &statement, 0) == SQLITE_OK, sql);
  for (char *line; (line = strsep(&next, "\n")) && *line;) {
    for (int i = 0; i < columns; i++) {
      char *value = strsep(&line, "\t");
      int bound = is_integer[i]
          ? sqlite3_bind_int64(statement, i + 1, strtoll(value, 0, 10))
          : sqlite3_bind_text(statement, i + 1, value, (int)strlen(value), SQLITE_STATIC);
      require(bound == SQLITE_OK, "bind");
    }
    require(sqlite3_step(statement) == SQLITE_DONE && sqlite3_changes(database) == 1, "row");
    sqlite3_reset(statement);
  }
  run("COMMIT");
  printf("%.9f\n", now() - began);

  sqlite3_finalize(statement);
  sqlite3_close(database);
  return 0;
}
