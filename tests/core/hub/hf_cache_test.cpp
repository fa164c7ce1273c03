// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QCryptographicHash>
#include <QtTest/QtTest>

#include "core/hub/hf_cache.h"
#include "tests/core/hub/other_programs.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;
namespace fs = std::filesystem;

namespace {

const std::string kRepo = "ada/tiny-model";
const std::string kCommit(40, 'c');

RepoFile lfsFile(const std::string& path, const std::string& bytes) {
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha256).toHex();
    return {path, bytes.size(), std::string(40, 'b'), digest.toStdString()};
}

/// Stores a file as a download does: blob first, then pointer.
void store(const HfCache& cache, const RepoFile& file, const std::string& bytes) {
    test::writeFile(cache.blobFile(kRepo, file.etag()), bytes);
    cache.publish(kRepo, kCommit, file.path, file.etag(), true);
}

/// Runs a script with huggingface_hub offline; what it prints. The script finds the cache in HF_HUB_CACHE.
QByteArray python(const fs::path& root, const QByteArray& script) {
    return test::runHuggingFace(QString::fromUtf8(script),
                                {{"HF_HUB_CACHE", QString::fromStdString(root.string())}, {"HF_HUB_OFFLINE", "1"}});
}

}  // namespace

class HfCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        qunsetenv("HF_HUB_DISABLE_SYMLINKS");
        m_folder = std::make_unique<test::TempDir>();
        m_cache = std::make_unique<HfCache>(m_folder->path());
    }

    void layout() {
        const RepoFile file = lfsFile("unet/model.safetensors", "weights");
        m_cache->prepare(kRepo, kCommit);
        store(*m_cache, file, "weights");
        m_cache->writeRef(kRepo, "main", kCommit);
        const fs::path repo = *m_folder / "models--ada--tiny-model";
        QCOMPARE(fs::read_symlink(repo / "snapshots" / kCommit / "unet/model.safetensors"),
                 fs::path("../../../blobs/" + file.sha256));
        QCOMPARE(test::readFile(repo / "refs/main"), kCommit);
        QVERIFY(test::readFile(*m_folder / "CACHEDIR.TAG").starts_with("Signature: 8a477f597d28d172789f06886806bc55"));
        QCOMPARE(m_cache->commitOf(kRepo, "main"), std::optional(kCommit));
        QCOMPARE(m_cache->commitOf(kRepo, kCommit), std::optional(kCommit));
        QVERIFY(!m_cache->commitOf(kRepo, "fp16"));
        QCOMPARE(test::readFile(*m_cache->find(kRepo, kCommit, file.path)), std::string("weights"));
        QVERIFY(!m_cache->find(kRepo, kCommit, "unet/config.json"));
        QVERIFY(m_cache->hasBlob(kRepo, file.etag(), 7));
        QVERIFY(!m_cache->hasBlob(kRepo, file.etag(), 8));
    }

    void refsAsPythonReadsThem() {
        m_cache->prepare(kRepo, kCommit);
        const fs::path refs = m_cache->repoFolder(kRepo) / "refs";
        m_cache->writeRef(kRepo, "refs/pr/1", kCommit);
        QCOMPARE(test::readFile(refs / "refs/pr/1"), kCommit);
        for (const std::string& text : {kCommit + "\n", std::string(), kCommit + "c", std::string(40, 'C')}) {
            test::writeFile(refs / "main", text);
            QVERIFY(!m_cache->commitOf(kRepo, "main"));
        }
        test::writeFile(refs / "main", std::string(40, 'd'));  // a commit without a snapshot
        QVERIFY(!m_cache->commitOf(kRepo, "main"));
        m_cache->writeRef(kRepo, "main", kCommit);
        QCOMPARE(m_cache->commitOf(kRepo, "main"), std::optional(kCommit));
        QVERIFY(!m_cache->commitOf(kRepo, "../../x"));
    }

    void listingsAndAbsentFiles() {
        m_cache->prepare(kRepo, kCommit);
        const std::vector<RepoFile> files = {{"a.json", 5, std::string(40, 'a'), {}}, lfsFile("b.safetensors", "w")};
        QVERIFY(!m_cache->tree(kRepo, kCommit));
        m_cache->writeTree(kRepo, kCommit, files);
        QVERIFY(*m_cache->tree(kRepo, kCommit) == files);
        const fs::path kept = m_cache->repoFolder(kRepo) / "trees" / (kCommit + ".json");
        for (const char* text :
             {"{}", "{\"format_version\":2,\"files\":{}}", "x", "{\"format_version\":1,\"files\":{\"a\":{}}}",
              "{\"format_version\":1,\"files\":{\"a\":{\"size\":1,\"blob_id\":\"../x\"}}}"}) {
            test::writeFile(kept, text);
            QVERIFY2(!m_cache->tree(kRepo, kCommit), text);
        }
        QVERIFY(!m_cache->isKnownAbsent(kRepo, kCommit, "x/y.json"));
        m_cache->markAbsent(kRepo, kCommit, "x/y.json");
        QVERIFY(m_cache->isKnownAbsent(kRepo, kCommit, "x/y.json"));
    }

    void withoutSymbolicLinks() {
        qputenv("HF_HUB_DISABLE_SYMLINKS", "1");
        m_cache->prepare(kRepo, kCommit);
        const RepoFile file = lfsFile("model.safetensors", "weights");
        store(*m_cache, file, "weights");
        const fs::path pointer = m_cache->snapshotFolder(kRepo, kCommit) / "model.safetensors";
        QVERIFY(!fs::is_symlink(pointer));
        QCOMPARE(test::readFile(*m_cache->find(kRepo, kCommit, file.path)), std::string("weights"));
        QVERIFY(!fs::exists(m_cache->blobFile(kRepo, file.etag())));  // moved: nothing is stored twice
    }

    void foreignLinks_data() {
        QTest::addColumn<QString>("target");
        for (const char* target : {"/etc/passwd", "../../../../../etc/passwd", "../../blobs/../refs/main",
                                   "../../refs/main", "other.safetensors", "../../blobs/not-a-digest"})
            QTest::newRow(target) << QString(target);
    }
    void foreignLinks() {
        QFETCH(QString, target);
        m_cache->prepare(kRepo, kCommit);
        const fs::path snapshot = m_cache->snapshotFolder(kRepo, kCommit);
        fs::create_symlink(target.toStdString(), snapshot / "x.json");
        QCOMPARE(test::expectError([&] { (void)m_cache->find(kRepo, kCommit, "x.json"); }).code(),
                 ErrorCode::CacheRefused);
        QVERIFY(fs::is_symlink(snapshot / "x.json"));  // left alone
        QVERIFY(m_cache->scan().front().revisions.front().files.empty());
    }

    void foreignBlobs() {
        m_cache->prepare(kRepo, kCommit);
        const RepoFile file = lfsFile("x.safetensors", "weights");
        test::writeFile(*m_folder / "secret", "secret");
        fs::create_symlink(*m_folder / "secret", m_cache->blobFile(kRepo, file.etag()));
        m_cache->publish(kRepo, kCommit, file.path, file.etag(), false);
        QCOMPARE(test::expectError([&] { (void)m_cache->find(kRepo, kCommit, file.path); }).code(),
                 ErrorCode::CacheRefused);
        QCOMPARE(test::expectError([&] { (void)m_cache->hasBlob(kRepo, file.etag(), 6); }).code(),
                 ErrorCode::CacheRefused);
        fs::remove(m_cache->blobFile(kRepo, file.etag()));
        QVERIFY(!m_cache->find(kRepo, kCommit, file.path));  // dangling: to be fetched
        fs::create_directory_symlink("/tmp", m_cache->snapshotFolder(kRepo, kCommit) / "unet");
        QCOMPARE(test::expectError([&] { (void)m_cache->find(kRepo, kCommit, "unet/x.json"); }).code(),
                 ErrorCode::CacheRefused);
        QCOMPARE(test::expectError([&] { m_cache->publish(kRepo, kCommit, "unet/x.json", file.etag(), false); }).code(),
                 ErrorCode::CacheRefused);
    }

    void sharedStore() {
        m_cache->prepare(kRepo, kCommit);
        const RepoFile file = lfsFile("x.safetensors", "weights");
        const std::string hash(64, 'e');
        fs::create_directories(*m_folder / "blobs/ee");
        test::writeFile(*m_folder / ("blobs/ee/" + hash), "weights");
        fs::create_symlink("../../blobs/ee/" + hash, m_cache->blobFile(kRepo, file.etag()));
        QCOMPARE(test::expectError([&] { (void)m_cache->hasBlob(kRepo, file.etag(), 7); }).code(),
                 ErrorCode::CacheRefused);
        test::writeFile(*m_folder / "blobs/.huggingface-shared-blobs", "1\n");
        QVERIFY(m_cache->hasBlob(kRepo, file.etag(), 7));
        m_cache->publish(kRepo, kCommit, file.path, file.etag(), false);
        QCOMPARE(test::readFile(*m_cache->find(kRepo, kCommit, file.path)), std::string("weights"));
    }

    void hostileNames() {
        QCOMPARE(test::expectError([&] { m_cache->repoFolder("../x/y"); }).code(), ErrorCode::NameRefused);
        QCOMPARE(test::expectError([&] { m_cache->snapshotFolder(kRepo, "../.."); }).code(), ErrorCode::NameRefused);
        QCOMPARE(test::expectError([&] { m_cache->blobFile(kRepo, "../x"); }).code(), ErrorCode::BadServerReply);
        QCOMPARE(test::expectError([&] { (void)m_cache->find(kRepo, kCommit, "../x"); }).code(),
                 ErrorCode::NameRefused);
        QCOMPARE(test::expectError([&] { m_cache->writeRef(kRepo, "../main", kCommit); }).code(),
                 ErrorCode::NameRefused);
    }

    void scans() {
        m_cache->prepare(kRepo, kCommit);
        store(*m_cache, lfsFile("unet/a.safetensors", "weights"), "weights");
        store(*m_cache, lfsFile("b.json", "{}"), "{}");
        m_cache->writeRef(kRepo, "fp16", kCommit);
        m_cache->writeRef(kRepo, "main", kCommit);
        fs::create_directories(*m_folder / "datasets--a--b/snapshots");
        fs::create_directories(*m_folder / "models--..--x");
        test::writeFile(*m_folder / "models--a--file", "x");
        const std::vector<CachedRepo> repos = m_cache->scan();
        QCOMPARE(repos.size(), std::size_t{1});
        QCOMPARE(repos[0].repo, kRepo);
        QCOMPARE(repos[0].bytes, std::uint64_t{9});
        QCOMPARE(repos[0].revisions.size(), std::size_t{1});
        QCOMPARE(repos[0].revisions[0].refs, (std::vector<std::string>{"main", "fp16"}));
        QCOMPARE(repos[0].revisions[0].files, (std::vector<std::string>{"b.json", "unet/a.safetensors"}));
    }

    void lockFiles() {
        QCOMPARE(m_cache->lockFile(kRepo, std::string(64, 'a')),
                 *m_folder / (".locks/models--ada--tiny-model/" + std::string(64, 'a') + ".lock"));
    }

    void pythonReadsOurs() {
        if (test::peersPython().isEmpty()) QSKIP(test::kNoPeers);
        const std::vector<std::pair<std::string, std::string>> files = {{"model_index.json", "{}"},
                                                                        {"unet/deep/model.safetensors", "weights"}};
        m_cache->prepare(kRepo, kCommit);
        std::vector<RepoFile> tree;
        for (const auto& [path, bytes] : files) {
            tree.push_back(lfsFile(path, bytes));
            store(*m_cache, tree.back(), bytes);
        }
        m_cache->writeTree(kRepo, kCommit, tree);
        m_cache->writeRef(kRepo, "main", kCommit);
        m_cache->markAbsent(kRepo, kCommit, "absent.json");
        const fs::path lock = m_cache->lockFile(kRepo, tree[0].etag());
        fs::create_directories(lock.parent_path());
        test::writeFile(lock, {});
        const QByteArray said = python(m_folder->path(), R"(
import huggingface_hub as h, pathlib
repo = 'ada/tiny-model'
folder = pathlib.Path(h.snapshot_download(repo))
print(folder.name, (folder / 'unet/deep/model.safetensors').read_text())
print(pathlib.Path(h.hf_hub_download(repo, 'model_index.json')).read_text())
print(h.try_to_load_from_cache(repo, 'absent.json') is h._CACHED_NO_EXIST)
info = h.scan_cache_dir()
print(len(info.warnings), [(r.repo_id, r.nb_files, sorted(r.refs)) for r in info.repos])
)");
        QCOMPARE(said, QByteArray::fromStdString(kCommit) + " weights\n{}\nTrue\n0 [('ada/tiny-model', 2, ['main'])]");
    }

    void weReadPythons() {
        if (test::peersPython().isEmpty()) QSKIP(test::kNoPeers);
        const RepoFile file = lfsFile("unet/model.safetensors", "weights");
        python(m_folder->path(), "commit, etag = '" + QByteArray::fromStdString(kCommit) + "', '" +
                                     QByteArray::fromStdString(file.etag()) + R"('
import os, huggingface_hub.constants as c, huggingface_hub.file_download as d, huggingface_hub._tree_cache as t
storage = os.path.join(c.HF_HUB_CACHE, d.repo_folder_name(repo_id='ada/tiny-model', repo_type='model'))
pointer = d._get_pointer_path(storage, commit, 'unet/model.safetensors')
os.makedirs(os.path.join(storage, 'blobs')); os.makedirs(os.path.dirname(pointer))
open(os.path.join(storage, 'blobs', etag), 'w').write('weights')
d._create_symlink(os.path.join(storage, 'blobs', etag), pointer, new_blob=True)
d._cache_commit_hash_for_specific_revision(storage, 'main', commit)
t.write_tree_cache(storage, commit, {'unet/model.safetensors': t.TreeCacheEntry(7, 'b' * 40, etag, 7)})
)");
        QCOMPARE(m_cache->commitOf(kRepo, "main"), std::optional(kCommit));
        QCOMPARE(test::readFile(*m_cache->find(kRepo, kCommit, file.path)), std::string("weights"));
        QVERIFY(*m_cache->tree(kRepo, kCommit) == std::vector<RepoFile>{file});
        QCOMPARE(m_cache->scan().front().revisions.front().refs, std::vector<std::string>{"main"});
    }

private:
    std::unique_ptr<test::TempDir> m_folder;
    std::unique_ptr<HfCache> m_cache;
};

QTEST_APPLESS_MAIN(HfCacheTest)
#include "hf_cache_test.moc"
