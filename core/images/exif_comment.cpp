// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/exif_comment.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>

#include "core/base/utf8.h"
#include "core/text/unicode.h"

namespace segmoe::images {

namespace {

/// Exif 2.32, tables 3 to 8.
enum Tag : std::uint16_t {
    kImageDescription = 0x010E,
    kMake = 0x010F,
    kModel = 0x0110,
    kOrientation = 0x0112,
    kSoftware = 0x0131,
    kExifDirectory = 0x8769,
    kMakerNote = 0x927C,
    kUserComment = 0x9286,
};
/// Exif 2.32, section 4.6.2.
enum FieldType : std::uint16_t { kTypeShort = 3, kTypeLong = 4, kTypeUndefined = 7 };
constexpr std::size_t kMaxEntries = 64;
constexpr std::size_t kMaxText = 16 * 1024 * 1024;
constexpr std::size_t kEntryBytes = 12;
constexpr std::string_view kNoteMark{"SegMoE\0", 7};
constexpr std::size_t kCodeBytes = 8;
constexpr std::string_view kUnicode{"UNICODE\0", kCodeBytes};
constexpr std::string_view kAscii{"ASCII\0\0\0", kCodeBytes};
constexpr std::string_view kJis{"JIS\0\0\0\0\0", kCodeBytes};
constexpr std::string_view kUndefined{"\0\0\0\0\0\0\0\0", kCodeBytes};

void append(std::string& out, std::uint32_t value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
}

void appendEntry(std::string& out, std::uint16_t tag, std::uint16_t type, std::size_t count, std::size_t value) {
    append(out, tag, 2);
    append(out, type, 2);
    append(out, static_cast<std::uint32_t>(count), 4);
    append(out, static_cast<std::uint32_t>(value), 4);
}

std::string utf16BigEndian(std::string_view utf8) {
    std::string out;
    for (char32_t scalar : text::decodeUtf8(utf8).scalars) {
        if (scalar >= 0x10000) {
            scalar -= 0x10000;
            append(out, 0xD800 + (scalar >> 10), 2);
            scalar = 0xDC00 + (scalar & 0x3FF);
        }
        append(out, scalar, 2);
    }
    return out;
}

/// Reads numbers of a TIFF block in its byte order; nothing outside the block is touched.
class Tiff {
public:
    explicit Tiff(std::string_view bytes) : m_bytes(bytes) {
        m_isBig = bytes.starts_with("MM");
        m_isValid = (m_isBig || bytes.starts_with("II")) && number(2, 2) == 42U;
    }
    bool isValid() const { return m_isValid; }

    std::optional<std::uint32_t> number(std::size_t at, std::size_t bytes) const {
        if (at > m_bytes.size() || bytes > m_bytes.size() - at) return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i) {
            const std::size_t from = m_isBig ? i : bytes - 1 - i;
            value = (value << 8) | static_cast<unsigned char>(m_bytes[at + from]);
        }
        return value;
    }

    std::optional<std::string_view> range(std::size_t at, std::size_t bytes) const {
        if (at > m_bytes.size() || bytes > m_bytes.size() - at || bytes > kMaxText) return std::nullopt;
        return m_bytes.substr(at, bytes);
    }

private:
    std::string_view m_bytes;
    bool m_isBig = false;
    bool m_isValid = false;
};

std::string asUtf8(std::string_view bytes) {
    while (!bytes.empty() && bytes.back() == '\0') bytes.remove_suffix(1);
    return isValidUtf8(bytes) ? std::string(bytes) : text::toUtf8(text::decodeUtf8(bytes).scalars);
}

std::string decodeComment(std::string_view value) {
    if (value.starts_with(kUnicode)) return utf16ToUtf8(value.substr(kCodeBytes));
    if (value.starts_with(kJis)) return {};
    if (value.starts_with(kAscii) || value.starts_with(kUndefined)) value.remove_prefix(kCodeBytes);
    return asUtf8(value);
}

struct Entry {
    std::uint16_t tag = 0;
    std::uint16_t type = 0;
    std::uint32_t count = 0;
    std::size_t at = 0;  ///< of the value field
};

class Walk {
public:
    explicit Walk(const Tiff& tiff) : m_tiff(tiff) {}

    void directory(std::size_t at) {
        if (!m_visited.insert(at).second) return;
        const std::size_t entries = std::min<std::size_t>(m_tiff.number(at, 2).value_or(0), kMaxEntries);
        for (std::size_t i = 0; i < entries; ++i) {
            const std::size_t place = at + 2 + i * kEntryBytes;
            const auto tag = m_tiff.number(place, 2);
            const auto type = m_tiff.number(place + 2, 2);
            const auto count = m_tiff.number(place + 4, 4);
            if (!tag || !type || !count) return;
            take({static_cast<std::uint16_t>(*tag), static_cast<std::uint16_t>(*type), *count, place + 8});
        }
    }
    ExifTexts take() { return std::move(m_found); }

private:
    void take(const Entry& entry) {
        switch (entry.tag) {
            case kExifDirectory:
                if (const auto place = m_tiff.number(entry.at, 4)) directory(*place);
                return;
            case kOrientation:
                if (const auto value = m_tiff.number(entry.at, 2); value && *value >= 1 && *value <= 8)
                    m_found.orientation = static_cast<int>(*value);
                return;
            case kImageDescription: return addText("ImageDescription", entry);
            case kMake: return addText("Make", entry);
            case kModel: return addText("Model", entry);
            case kSoftware: return addText("Software", entry);
            case kUserComment:
                if (const auto value = bytes(entry)) add("UserComment", decodeComment(*value));
                return;
            case kMakerNote:
                if (const auto value = bytes(entry); value && value->starts_with(kNoteMark))
                    add("segmoe", asUtf8(value->substr(kNoteMark.size())));
                return;
            default: return;
        }
    }

    /// Bytes of a text or undefined value, in place or elsewhere in the block.
    std::optional<std::string_view> bytes(const Entry& entry) const {
        constexpr std::uint32_t kInPlace = 4;
        if (entry.type == kTypeShort || entry.type == kTypeLong) return std::nullopt;
        if (entry.count <= kInPlace) return m_tiff.range(entry.at, entry.count);
        const auto place = m_tiff.number(entry.at, 4);
        return place ? m_tiff.range(*place, entry.count) : std::nullopt;
    }
    void addText(const char* name, const Entry& entry) {
        if (const auto value = bytes(entry)) add(name, asUtf8(*value));
    }
    void add(const char* name, std::string text) {
        if (!text.empty()) m_found.texts.push_back({name, std::move(text)});
    }

    const Tiff& m_tiff;
    std::set<std::size_t> m_visited;
    ExifTexts m_found;
};

}  // namespace

std::string makeExif(std::string_view comment, std::string_view note) {
    const std::string value = std::string(kUnicode) + utf16BigEndian(comment);
    const std::string mark = note.empty() ? std::string() : std::string(kNoteMark).append(note);
    const std::size_t entries = mark.empty() ? 1 : 2;
    constexpr std::size_t kFirst = 8;
    constexpr std::size_t kSecond = kFirst + 2 + kEntryBytes + 4;
    const std::size_t values = kSecond + 2 + entries * kEntryBytes + 4;

    std::string tiff("MM\0\x2A", 4);
    append(tiff, kFirst, 4);
    append(tiff, 1, 2);
    appendEntry(tiff, kExifDirectory, kTypeLong, 1, kSecond);
    append(tiff, 0, 4);
    append(tiff, static_cast<std::uint32_t>(entries), 2);
    if (!mark.empty()) appendEntry(tiff, kMakerNote, kTypeUndefined, mark.size(), values);
    appendEntry(tiff, kUserComment, kTypeUndefined, value.size(), values + mark.size());
    append(tiff, 0, 4);
    return tiff + mark + value;
}

ExifTexts readExif(std::string_view exif) {
    if (exif.starts_with(kExifPrefix)) exif.remove_prefix(kExifPrefix.size());
    const Tiff tiff(exif);
    if (!tiff.isValid()) return {};
    Walk walk(tiff);
    if (const auto first = tiff.number(4, 4)) walk.directory(*first);
    return walk.take();
}

std::string utf16ToUtf8(std::string_view bytes) {
    bool isBig = true;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        isBig = bytes[0] == '\xFE';
        bytes.remove_prefix(2);
    } else {
        // Most letters of most texts have a zero in their higher byte.
        std::size_t zeros[2] = {0, 0};
        for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0';
        isBig = zeros[0] >= zeros[1];
    }
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[2 * i]);
        const auto second = static_cast<unsigned char>(bytes[2 * i + 1]);
        return static_cast<char32_t>(isBig ? first << 8 | second : second << 8 | first);
    };
    std::string out;
    const std::size_t units = bytes.size() / 2;
    for (std::size_t i = 0; i < units; ++i) {
        char32_t scalar = unit(i);
        if (scalar >= 0xD800 && scalar < 0xDC00 && i + 1 < units && unit(i + 1) >= 0xDC00 && unit(i + 1) < 0xE000)
            scalar = 0x10000 + ((scalar - 0xD800) << 10) + (unit(++i) - 0xDC00);
        else if (scalar >= 0xD800 && scalar < 0xE000)
            scalar = 0xFFFD;
        text::appendUtf8(out, scalar);
    }
    while (!out.empty() && out.back() == '\0') out.pop_back();
    return out;
}

}  // namespace segmoe::images
