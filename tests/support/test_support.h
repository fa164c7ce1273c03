// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/base/error.h"

namespace segmoe::test {

/// tests/golden/data/NAME.
std::filesystem::path goldenPath(const std::string& name);

/// Whole file as bytes; throws when it cannot be read.
std::string readFile(const std::filesystem::path& path);
void writeFile(const std::filesystem::path& path, std::string_view bytes);

/// A folder that goes away with the object.
class TempDir {
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;
    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// Runs f and returns the Error it throws; fails the test by throwing std::runtime_error when it throws none.
template <class F>
Error expectError(F&& f) {
    try {
        f();
    } catch (const Error& error) {
        return error;
    }
    throw std::runtime_error("expected an Error, none was thrown");
}

}  // namespace segmoe::test
