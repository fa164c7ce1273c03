// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/model_file_acts.h"

#include <algorithm>
#include <utility>

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

#include "ui/bridge/hub_keys.h"
#include "ui/bridge/library_client.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/bridge/trashed_file.h"
#include "ui/library/copies_dialog.h"
#include "ui/library/header_dialog.h"
#include "ui/library/model_text.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kAlmost = 0.999;  ///< not the end before it is told

}  // namespace

ModelFileActs::ModelFileActs(StudioContext& context, LibraryClient& library, QWidget* page)
    : QObject(page), m_context(context), m_library(library) {
    connectAnswers();
}

QWidget* ModelFileActs::page() const { return static_cast<QWidget*>(parent()); }

void ModelFileActs::connectAnswers() {
    connect(&m_library, &LibraryClient::copiesFound, this,
            [this](const QString& model, const std::vector<ModelCopy>& copies) {
                if (model != m_copiesOf) return;
                m_copiesOf.clear();
                if (copies.size() < 2)
                    Q_EMIT m_context.navigator.message(tr("There is no other file like this one any more."));
                else
                    (new CopiesDialog(m_library, copies, model, page()))->open();
            });
    connect(&m_library, &LibraryClient::headerRead, this, [this](const QString& model, const ModelHeader& header) {
        if (model != m_headerOf) return;
        m_headerOf.clear();
        (new HeaderDialog(header, page()))->open();
    });
    connect(&m_library, &LibraryClient::copiesJoined, this, [this](int files, qint64 freed) {
        Q_EMIT m_context.navigator.toast(tr("%n copies were joined; %1 became free.", "", files).arg(byteText(freed)),
                                         {}, this, {});
    });
    connect(&m_library, &LibraryClient::copiesTrashed, this,
            [this](const QStringList& files, const QStringList& inTrash) {
                const bool isKnown = !files.isEmpty() && !inTrash.contains(QString());
                Q_EMIT m_context.navigator.toast(
                    tr("%n copies were moved to the trash.", "", static_cast<int>(files.size())),
                    isKnown ? tr("Undo") : QString(), this, [this, files, inTrash] {
                        for (qsizetype i = 0; i < files.size(); ++i) takeBackFromTrash(inTrash[i], files[i]);
                        m_library.scan({});
                    });
            });
    connect(&m_library, &LibraryClient::moved, this, [this](const QString& model, const QString& place) {
        if (model == place) return;
        Q_EMIT m_context.navigator.toast(
            tr("“%1” is in %2 now.")
                .arg(QFileInfo(place).fileName(), QDir::toNativeSeparators(QFileInfo(place).path())),
            tr("Undo"), this, [this, model, place] { moveTo(place, QFileInfo(model).path()); });
    });
    connect(&m_library, &LibraryClient::fileWorkProgressed, this, [this](double fraction) {
        if (m_isMoving) Q_EMIT moveProgressed(std::min(fraction, kAlmost));
    });
    connect(&m_library, &LibraryClient::fileWorkEnded, this, [this] {
        if (std::exchange(m_isMoving, false)) Q_EMIT moveProgressed(1.0);
    });
}

QUrl ModelFileActs::pageOf(const LibraryModel& model) const {
    const QUrl origin(toText(model.facts.origin));
    if ((origin.scheme() == "https"_L1 || origin.scheme() == "http"_L1) && !origin.host().isEmpty()) return origin;
    // In the Hugging Face cache the folder names the repository: models--OWNER--NAME.
    for (const std::filesystem::path& part : model.facts.path) {
        const QStringList words = pathText(part).split(u"--"_s);
        if (words.size() != 3 || words.front() != "models"_L1) continue;
        const QString hub = m_context.settings.get(keys::kHfEndpoint);
        return QUrl((hub.isEmpty() ? u"https://huggingface.co"_s : hub) + u'/' + words[1] + u'/' + words[2]);
    }
    return {};
}

void ModelFileActs::openPage(const LibraryModel& model) {
    if (const QUrl page = pageOf(model); !page.isEmpty()) QDesktopServices::openUrl(page);
}

void ModelFileActs::copyPath(const LibraryModel& model) {
    QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(pathText(model.facts.path)));
    Q_EMIT m_context.navigator.message(tr("The path is in the clipboard."));
}

void ModelFileActs::copyHash(const LibraryModel& model) {
    if (model.sha256.empty()) return;
    QGuiApplication::clipboard()->setText(toText(model.sha256));
    Q_EMIT m_context.navigator.message(tr("The SHA-256 is in the clipboard."));
}

void ModelFileActs::moveTo(const QString& model, const QString& folder) {
    m_isMoving = true;
    m_library.move(model, folder);
}

void ModelFileActs::move(const LibraryModel& model) {
    const QString path = pathText(model.facts.path);
    auto* dialog = new QFileDialog(page(), tr("Move “%1” to").arg(QFileInfo(path).fileName()), QFileInfo(path).path());
    dialog->setObjectName(u"library_move_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, path](const QString& folder) { moveTo(path, folder); });
    dialog->open();
}

void ModelFileActs::showCopies(const QString& model) {
    m_copiesOf = model;
    m_library.findCopies(model);
}

void ModelFileActs::showHeader(const QString& model) {
    m_headerOf = model;
    m_library.readHeader(model);
}

void ModelFileActs::confirmDelete(const QString& model) {
    auto* box =
        new QMessageBox(QMessageBox::Question, tr("Delete file"),
                        tr("Move “%1” to the trash?").arg(QFileInfo(model).fileName()), QMessageBox::NoButton, page());
    box->setObjectName(u"delete_dialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Looking for recipes and pictures that name it…"));
    QPushButton* trash = box->addButton(tr("Move to trash"), QMessageBox::AcceptRole);
    trash->setObjectName(u"delete_dialog_ok_button"_s);
    box->addButton(QMessageBox::Cancel)->setObjectName(u"delete_dialog_cancel_button"_s);
    connect(trash, &QPushButton::clicked, this, [this, model] { m_library.trash(model); });
    connect(&m_library, &LibraryClient::usesFound, box, [box, model](const QString& of, const ModelUses& uses) {
        if (of != model) return;
        box->setInformativeText(uses.isEmpty()
                                    ? tr("No recipe and no picture here names it.")
                                    : tr("These name it and will miss it:\n%1").arg(usesLines(uses).join(u'\n')));
    });
    connect(&m_library, &LibraryClient::failed, box, [box, model](const QString& what) {
        if (what == model) box->setInformativeText(tr("What names it could not be found out."));
    });
    box->open();
    m_library.findUses(model, m_context.settings.recentFiles());
}

}  // namespace segmoe::ui
