// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/safetensors_header.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/utf8.h"

namespace segmoe {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxTensors = 500'000;
constexpr std::size_t kMaxNameBytes = 1024;
constexpr std::size_t kMaxDims = 16;
constexpr std::uint64_t kMaxDim = std::uint64_t{1} << 48;
constexpr std::size_t kMaxUnknownDepth = 8;

/// An entry while it is being read: each field may come once, all three must come.
struct PartialEntry {
    std::optional<DType> dtype;
    std::optional<std::vector<std::int64_t>> shape;
    std::optional<std::vector<std::uint64_t>> offsets;
};

/// Follows the one shape a header may have. Numbers arrive by the class of their token, so "-0", "1.0", "1e2" and 2⁶⁴
/// are told apart from unsigned integers without looking at the text again.
class HeaderHandler final : public nlohmann::json_sax<json> {
public:
    bool null() override {
        if (m_unknownDepth > 0 || m_state == State::UnknownValue) return scalarEnds();
        if (m_state == State::MetadataOpen) return to(State::Root);
        return unexpected("null");
    }
    bool boolean(bool) override { return unknownScalar("a truth value"); }
    bool number_integer(number_integer_t) override { return unknownScalar("a negative number"); }
    bool number_float(number_float_t, const string_t&) override {
        return unknownScalar("a number that is no unsigned 64-bit integer");
    }
    bool binary(binary_t&) override { return unexpected("binary data"); }
    bool number_unsigned(number_unsigned_t value) override;
    bool string(string_t& value) override;
    bool start_object(std::size_t) override;
    bool key(string_t& name) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override;

    SafetensorsHeader& header() { return m_header; }
    const std::string& fault() const { return m_fault; }

private:
    enum class State {
        Start,
        Root,
        MetadataOpen,
        Metadata,
        EntryOpen,
        Entry,
        DtypeValue,
        ShapeOpen,
        Shape,
        OffsetsOpen,
        Offsets,
        UnknownValue
    };

    bool to(State state) {
        m_state = state;
        return true;
    }
    bool fail(std::string why) {
        m_fault = std::move(why);
        return false;
    }
    std::string where() const { return m_name.empty() ? std::string("the header") : "tensor " + quote(m_name); }
    bool unexpected(const std::string& what);
    bool unknownScalar(const std::string& what) {
        return m_unknownDepth > 0 || m_state == State::UnknownValue ? scalarEnds() : unexpected(what);
    }
    bool scalarEnds() { return m_unknownDepth > 0 ? true : to(State::Entry); }
    bool rootKey(string_t& name);
    bool entryKey(const string_t& name);
    bool addDim(number_unsigned_t value);
    bool finishEntry();

    State m_state = State::Start;
    SafetensorsHeader m_header;
    std::string m_name;  // tensor being read, empty outside
    std::string m_metadataKey;
    PartialEntry m_entry;
    std::size_t m_unknownDepth = 0;
    bool m_hasMetadata = false;
    std::string m_fault;
};

bool HeaderHandler::unexpected(const std::string& what) {
    switch (m_state) {
        case State::Start: return fail("the header is not a JSON object");
        case State::Root:
        case State::EntryOpen: return fail(where() + " is described by " + what + " instead of an object");
        case State::MetadataOpen: return fail("__metadata__ is " + what + " instead of an object");
        case State::Metadata:
            return fail("the value of metadata key " + quote(m_metadataKey) + " is " + what + " instead of a text");
        case State::DtypeValue: return fail(where() + " has " + what + " as its dtype");
        case State::ShapeOpen:
        case State::Shape: return fail(where() + " has " + what + " in its shape");
        default: return fail(where() + " has " + what + " in its data_offsets");
    }
}

bool HeaderHandler::number_unsigned(number_unsigned_t value) {
    if (m_unknownDepth > 0 || m_state == State::UnknownValue) return scalarEnds();
    if (m_state == State::Shape) return addDim(value);
    if (m_state != State::Offsets) return unexpected("a number");
    m_entry.offsets->push_back(value);
    return m_entry.offsets->size() <= 2 || fail(where() + " has more than two data_offsets");
}

bool HeaderHandler::addDim(number_unsigned_t value) {
    if (value > kMaxDim) return fail(where() + " has the impossible dimension " + std::to_string(value));
    m_entry.shape->push_back(static_cast<std::int64_t>(value));
    return m_entry.shape->size() <= kMaxDims || fail(where() + " has more than 16 dimensions");
}

bool HeaderHandler::string(string_t& value) {
    if (m_unknownDepth > 0 || m_state == State::UnknownValue) return scalarEnds();
    if (m_state == State::Metadata) {
        if (!m_header.metadata.emplace(m_metadataKey, std::move(value)).second)
            return fail("the metadata key " + quote(m_metadataKey) + " appears twice");
        return true;
    }
    if (m_state != State::DtypeValue) return unexpected("a text");
    m_entry.dtype = parseDType(value);
    if (!m_entry.dtype) return fail(where() + " has the unknown dtype " + quote(value));
    return to(State::Entry);
}

bool HeaderHandler::start_object(std::size_t) {
    switch (m_state) {
        case State::Start: return to(State::Root);
        case State::MetadataOpen: return to(State::Metadata);
        case State::EntryOpen: return to(State::Entry);
        case State::UnknownValue:
            return ++m_unknownDepth <= kMaxUnknownDepth || fail(where() + " has a field nested deeper than 8 levels");
        default: return unexpected("an object");
    }
}

bool HeaderHandler::start_array(std::size_t) {
    switch (m_state) {
        case State::ShapeOpen: m_entry.shape.emplace(); return to(State::Shape);
        case State::OffsetsOpen: m_entry.offsets.emplace(); return to(State::Offsets);
        case State::UnknownValue:
            return ++m_unknownDepth <= kMaxUnknownDepth || fail(where() + " has a field nested deeper than 8 levels");
        default: return unexpected("an array");
    }
}

bool HeaderHandler::key(string_t& name) {
    switch (m_state) {
        case State::Root: return rootKey(name);
        case State::Metadata: m_metadataKey = std::move(name); return true;
        case State::Entry: return entryKey(name);
        default: return true;  // inside an unknown field
    }
}

bool HeaderHandler::rootKey(string_t& name) {
    if (name == "__metadata__") {
        if (std::exchange(m_hasMetadata, true)) return fail("__metadata__ appears twice");
        return to(State::MetadataOpen);
    }
    const bool isControlled =
        std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (name.empty() || isControlled || name.size() > kMaxNameBytes)
        return fail("the tensor name " + quote(name) + " is empty, too long or has control characters");
    if (m_header.entries.size() >= kMaxTensors) return fail("it describes more than 500000 tensors");
    m_name = std::move(name);
    m_entry = {};
    return to(State::EntryOpen);
}

bool HeaderHandler::entryKey(const string_t& name) {
    const auto field = [&](bool isSecond, State state) {
        return isSecond ? fail(where() + " has the field " + quote(name) + " twice") : to(state);
    };
    if (name == "dtype") return field(m_entry.dtype.has_value(), State::DtypeValue);
    if (name == "shape") return field(m_entry.shape.has_value(), State::ShapeOpen);
    if (name == "data_offsets") return field(m_entry.offsets.has_value(), State::OffsetsOpen);
    return to(State::UnknownValue);
}

bool HeaderHandler::end_array() {
    if (m_unknownDepth > 0 && --m_unknownDepth > 0) return true;
    return to(State::Entry);
}

bool HeaderHandler::end_object() {
    if (m_unknownDepth > 0) return --m_unknownDepth > 0 ? true : to(State::Entry);
    if (m_state == State::Entry) return finishEntry();
    if (m_state == State::Metadata) m_metadataKey.clear();
    return to(State::Root);  // the end of the root object, too: the parser allows nothing after it
}

bool HeaderHandler::finishEntry() {
    const char* missing = !m_entry.dtype     ? "dtype"
                          : !m_entry.shape   ? "shape"
                          : !m_entry.offsets ? "data_offsets"
                                             : nullptr;
    if (missing) return fail(where() + " lacks the field '" + missing + "'");
    if (m_entry.offsets->size() != 2) return fail(where() + " does not have two data_offsets");
    m_header.entries.push_back(
        {std::move(m_name), {*m_entry.dtype, std::move(*m_entry.shape)}, (*m_entry.offsets)[0], (*m_entry.offsets)[1]});
    m_name.clear();
    return to(State::Root);
}

bool HeaderHandler::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
    std::string why = error.what();
    // The library's text starts with its own identifier in brackets, which says nothing to a reader.
    if (const auto end = why.find("] "); end != std::string::npos) why.erase(0, end + 2);
    return fail("at byte " + std::to_string(position) + " (" + where() + "): " + quote(why, 300));
}

[[noreturn]] void refuse(const std::string& file, const std::string& why) {
    throw Error(ErrorCode::SafetensorsInvalid, "The safetensors header of '" + file + "' is broken: " + why +
                                                   ". Download the file again or choose another one.");
}

/// Bytes of the tensor, nothing on overflow or when the bits do not fill whole bytes.
std::optional<std::uint64_t> byteCount(const TensorInfo& info) {
    std::uint64_t bits = dtypeBits(info.dtype);
    std::uint64_t elements = 1;
    std::int64_t stride = 1;  // of an empty tensor too: its strides are computed as if each 0 were a 1
    for (const std::int64_t dim : info.shape)
        if (__builtin_mul_overflow(elements, static_cast<std::uint64_t>(dim), &elements) ||
            __builtin_mul_overflow(stride, std::max<std::int64_t>(dim, 1), &stride))
            return std::nullopt;
    if (__builtin_mul_overflow(bits, elements, &bits) || bits % 8 != 0) return std::nullopt;
    return bits / 8;
}

/// R13 to R15: sizes fit, and the ranges, in file order, touch each other from the first byte on.
void checkRanges(SafetensorsHeader& header, const std::string& file) {
    std::vector<std::size_t> order(header.entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto& entries = header.entries;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(entries[a].begin, entries[a].end, a) < std::tuple(entries[b].begin, entries[b].end, b);
    });
    std::uint64_t position = 0;
    for (const std::size_t i : order) {
        const SafetensorsEntry& entry = entries[i];
        const std::string name = "tensor " + quote(entry.name);
        const auto bytes = byteCount(entry.info);
        if (!bytes) refuse(file, name + " has a shape whose size is not a whole number of bytes that fits in 64 bits");
        if (entry.end < entry.begin) refuse(file, name + " ends before it begins");
        if (entry.begin != position)
            refuse(file, name + " begins at byte " + std::to_string(entry.begin) + " of the data instead of " +
                             std::to_string(position) +
                             (entry.begin < position ? " and overlaps its predecessor" : " and leaves a hole"));
        if (entry.end - entry.begin != *bytes)
            refuse(file, name + " has " + std::to_string(entry.end - entry.begin) + " bytes, its shape needs " +
                             std::to_string(*bytes));
        position = entry.end;
    }
    header.dataBytes = position;
}

}  // namespace

SafetensorsHeader parseSafetensorsHeader(std::string_view text, const std::string& file) {
    // The parser would skip a byte order mark and take a NUL for the end of the text.
    if (text.starts_with("\xEF\xBB\xBF")) refuse(file, "it begins with a byte order mark");
    if (const auto nul = text.find('\0'); nul != std::string_view::npos)
        refuse(file, "byte " + std::to_string(nul) + " is NUL");
    if (const auto bad = firstInvalidUtf8(text)) refuse(file, "byte " + std::to_string(*bad) + " is not valid UTF-8");
    HeaderHandler handler;
    if (!json::sax_parse(text.begin(), text.end(), &handler)) refuse(file, handler.fault());
    SafetensorsHeader header = std::move(handler.header());
    std::sort(header.entries.begin(), header.entries.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    const auto twice = std::adjacent_find(header.entries.begin(), header.entries.end(),
                                          [](const auto& a, const auto& b) { return a.name == b.name; });
    if (twice != header.entries.end()) refuse(file, "the tensor " + quote(twice->name) + " appears twice");
    checkRanges(header, file);
    return header;
}

}  // namespace segmoe
