// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace segmoe::store {

inline constexpr int kGallerySchema = 1;

/// Tables of a new index. `words` is the text index; its row ids are those of `pictures`.
inline constexpr const char kGalleryTables[] = R"sql(
CREATE TABLE pictures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  prompt TEXT NOT NULL,
  negative TEXT NOT NULL,
  seed INTEGER,
  model TEXT NOT NULL,
  experts TEXT NOT NULL,
  sampler TEXT NOT NULL,
  steps INTEGER NOT NULL,
  cfg REAL NOT NULL,
  format TEXT NOT NULL,
  capture TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  star INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL
);
CREATE INDEX pictures_modified ON pictures (modified, id);
CREATE INDEX pictures_name ON pictures (name, id);
CREATE INDEX pictures_seed ON pictures (coalesce(seed, -1), id);
CREATE INDEX pictures_model ON pictures (model, modified, id);
CREATE INDEX pictures_star ON pictures (modified, id) WHERE star = 1;
CREATE INDEX pictures_sha256 ON pictures (sha256);
CREATE INDEX pictures_plain_seed ON pictures (seed);
CREATE TABLE folders (path TEXT PRIMARY KEY);
CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
)sql";

}  // namespace segmoe::store
