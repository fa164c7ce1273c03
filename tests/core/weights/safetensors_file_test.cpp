// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <cstring>
#include <fstream>

#include "core/weights/safetensors_file.h"
#include "tests/support/safetensors_bytes.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::test;

namespace {

std::string bytesOf(const std::vector<float>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)};
}

/// Spaces put the data on a multiple of 8, as writers do.
std::string padded(std::string header) {
    while (header.size() % 8 != 0) header += ' ';
    return header;
}

}  // namespace

class SafetensorsFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsNamesShapesAndValues();
    void viewKeepsTheMappingAlive();
    void alignedTensorIsAViewAndUnalignedACopy();
    void scalarAndEmptyTensors();
    void boolIsNormalised();
    void rangeOfTheFile();
    void noticesAChangedFile();
    void aReplacedFileKeepsItsOldContent();
    void typesThatCanOnlyBeNamed();
    void missingTensorIsNamed();

private:
    TempDir m_dir;
};

void SafetensorsFileTest::readsNamesShapesAndValues() {
    const auto path = m_dir / "two.safetensors";
    writeFile(
        path,
        safetensorsBytes(
            padded(R"({"__metadata__":{"format":"pt","k":"ü"},"b":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},)"
                   R"("a":{"dtype":"F32","shape":[1],"data_offsets":[16,20]}})"),
            bytesOf({1, 2, 3, 4, 5})));
    const auto file = SafetensorsFile::open(path);
    QCOMPARE(file->names(), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(file->metadata().at("k"), std::string("ü"));
    QVERIFY(file->find("b").value() == (TensorInfo{DType::F32, {2, 2}}));
    QVERIFY(!file->find("c"));
    QVERIFY(at::equal(file->load("b"), at::tensor({1.f, 2.f, 3.f, 4.f}).view({2, 2})));
    QVERIFY(at::equal(file->load("a"), at::tensor({5.f})));
    QCOMPARE(file->totalBytes(), std::int64_t{20});
}

void SafetensorsFileTest::viewKeepsTheMappingAlive() {
    const auto path = m_dir / "alive.safetensors";
    writeFile(path,
              safetensorsBytes(padded(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})"), bytesOf({7, 8})));
    at::Tensor view;
    { view = SafetensorsFile::open(path)->load("a"); }
    QVERIFY(at::equal(view, at::tensor({7.f, 8.f})));
}

void SafetensorsFileTest::alignedTensorIsAViewAndUnalignedACopy() {
    const auto path = m_dir / "unaligned.safetensors";
    std::string data("\x05", 1);
    const double value = 2.5;
    data.append(reinterpret_cast<const char*>(&value), sizeof value);
    writeFile(
        path,
        safetensorsBytes(
            padded(
                R"({"u":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"d":{"dtype":"F64","shape":[1],"data_offsets":[1,9]}})"),
            data));
    const auto file = SafetensorsFile::open(path);
    QCOMPARE(file->load("d").item<double>(), 2.5);
    QCOMPARE(file->load("u").item<int>(), 5);
    QCOMPARE(file->load("u").data_ptr(), file->load("u").data_ptr());
    const at::Tensor first = file->load("d");
    const at::Tensor second = file->load("d");
    QVERIFY(first.data_ptr() != second.data_ptr());
}

void SafetensorsFileTest::scalarAndEmptyTensors() {
    const auto path = m_dir / "scalar.safetensors";
    writeFile(
        path,
        safetensorsBytes(
            R"({"s":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"e":{"dtype":"F16","shape":[0,3],"data_offsets":[4,4]}})",
            bytesOf({9})));
    const auto file = SafetensorsFile::open(path);
    QCOMPARE(file->load("s").dim(), 0);
    QCOMPARE(file->load("s").item<float>(), 9.f);
    QCOMPARE(file->load("e").sizes().vec(), (std::vector<std::int64_t>{0, 3}));
}

void SafetensorsFileTest::boolIsNormalised() {
    const auto path = m_dir / "bool.safetensors";
    writeFile(path, safetensorsBytes(R"({"b":{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]}})",
                                     std::string("\x00\x01\x07", 3)));
    const at::Tensor flags = SafetensorsFile::open(path)->load("b");
    QVERIFY(flags.scalar_type() == at::kBool);
    QVERIFY(at::equal(flags.to(at::kInt), at::tensor({0, 1, 1})));
}

void SafetensorsFileTest::rangeOfTheFile() {
    const auto path = m_dir / "range.safetensors";
    const std::string bytes =
        safetensorsBytes(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", bytesOf({7, 8}));
    writeFile(path, bytes);
    const auto range = SafetensorsFile::open(path)->fileRange("a").value();
    QVERIFY(range.file == path);
    QCOMPARE(bytes.substr(range.offset, range.length), bytesOf({7, 8}));
}

void SafetensorsFileTest::noticesAChangedFile() {
    const auto path = m_dir / "changed.safetensors";
    writeFile(path, safetensorsBytes(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", bytesOf({7, 8})));
    const auto file = SafetensorsFile::open(path);
    std::filesystem::resize_file(path, 20);
    const Error error = expectError([&] { file->load("a"); });
    QCOMPARE(errorCodeName(error.code()), errorCodeName(ErrorCode::ContentChanged));
    QVERIFY(std::string(error.what()).find("changed.safetensors") != std::string::npos);
}

void SafetensorsFileTest::aReplacedFileKeepsItsOldContent() {
    const auto path = m_dir / "replaced.safetensors";
    const std::string header = R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})";
    writeFile(path, safetensorsBytes(header, bytesOf({7, 8})));
    const auto file = SafetensorsFile::open(path);
    writeFile(m_dir / "new", safetensorsBytes(header, bytesOf({1, 2})));
    std::filesystem::rename(m_dir / "new", path);
    QVERIFY(at::equal(file->load("a"), at::tensor({7.f, 8.f})));
    QVERIFY(at::equal(SafetensorsFile::open(path)->load("a"), at::tensor({1.f, 2.f})));
}

void SafetensorsFileTest::typesThatCanOnlyBeNamed() {
    const auto path = m_dir / "types.safetensors";
    writeFile(path, safetensorsBytes(R"({"c":{"dtype":"C64","shape":[1],"data_offsets":[0,8]}})", std::string(8, 'x')));
    const auto file = SafetensorsFile::open(path);
    QVERIFY(file->find("c")->dtype == DType::C64);
    QVERIFY(expectError([&] { file->load("c"); }).code() == ErrorCode::DtypeUnsupported);
}

void SafetensorsFileTest::missingTensorIsNamed() {
    const auto path = m_dir / "missing.safetensors";
    writeFile(path, safetensorsBytes("{}"));
    const Error error = expectError([&] { SafetensorsFile::open(path)->load("conv_in.weight"); });
    QVERIFY(error.code() == ErrorCode::TensorMissing);
    QVERIFY(std::string(error.what()).find("conv_in.weight") != std::string::npos);
    QVERIFY(std::string(error.what()).find("missing.safetensors") != std::string::npos);
}

QTEST_APPLESS_MAIN(SafetensorsFileTest)
#include "safetensors_file_test.moc"
