// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/file_opener.h"

#include <algorithm>

#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>

#include "ui/bridge/settings.h"
#include "ui/shell/banner_bar.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page_factory.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

bool hasPage(PageId page) {
    const auto pages = existingPages();
    return std::find(pages.begin(), pages.end(), page) != pages.end();
}

}  // namespace

FileOpener::FileOpener(StudioContext& context, BannerBar& banner, QObject* parent)
    : QObject(parent), m_context(context), m_banner(banner) {}

std::vector<FileOpener::Choice> FileOpener::choices(const QString& file) const {
    Navigator& navigator = m_context.navigator;
    std::vector<Choice> choices;
    const auto offer = [&choices](bool possible, const QString& name, const QString& words, auto&& act) {
        if (possible) choices.push_back({name, words, act});
    };
    const FileKind kind = fileKind(file);
    const bool isModel = kind == FileKind::Safetensors || kind == FileKind::Folder;
    const bool isRecipe = kind == FileKind::Recipe;
    offer(isRecipe && hasPage(PageId::Mix), u"open_as_mix_button"_s, tr("Mixture to edit"),
          [&navigator, file] { Q_EMIT navigator.recipeWanted(file); });
    offer(isModel || isRecipe, u"open_as_model_button"_s, tr("Model to render with"),
          [&navigator, file] { Q_EMIT navigator.modelWanted(file); });
    offer(isModel && hasPage(PageId::Mix), u"open_as_expert_button"_s, tr("Expert of the mixture"),
          [&navigator, file] { Q_EMIT navigator.expertWanted(file); });
    offer(kind == FileKind::Picture && hasPage(PageId::Gallery), u"open_as_picture_button"_s, tr("Picture"),
          [&navigator, file] { Q_EMIT navigator.pictureWanted(file); });
    offer(kind == FileKind::Capture && hasPage(PageId::Routing), u"open_as_capture_button"_s, tr("Capture"),
          [&navigator, file] { Q_EMIT navigator.captureWanted(file); });
    return choices;
}

QString FileOpener::refusal(const QString& file) const {
    const QFileInfo info(file);
    if (!info.exists()) return tr("%1 is no longer at its place.").arg(info.fileName());
    if (fileKind(file) == FileKind::Pickle)
        return tr("“%1” is a pickle file, which can run code when opened. Use a .safetensors version.")
            .arg(info.fileName());
    return tr("SegMoE Studio cannot read “%1” files here.").arg(info.suffix());
}

void FileOpener::remember(const QString& file) { m_context.settings.addRecentFile(file); }

void FileOpener::open(const QString& file) {
    const QString path = QFileInfo(file).absoluteFilePath();
    const std::vector<Choice> ways = QFileInfo::exists(path) ? choices(path) : std::vector<Choice>();
    if (ways.empty()) {
        Q_EMIT m_context.navigator.message(refusal(path));
        return;
    }
    remember(path);
    ways.front().act();
}

void FileOpener::openDialog(QWidget* window) {
    auto* dialog =
        new QFileDialog(window, tr("Open"), {},
                        tr("All that can be opened (*.safetensors *.yaml *.yml *.png *.jpg *.jpeg *.webp *.segroute)"));
    dialog->setObjectName(u"open_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FileOpener::open);
    dialog->open();
}

bool FileOpener::accepts(const QMimeData& data) { return !localFiles(data).isEmpty(); }

void FileOpener::drop(const QMimeData& data) {
    const QStringList files = localFiles(data);
    if (files.isEmpty()) return;
    const QString file = files.constFirst();
    const std::vector<Choice> ways = choices(file);
    if (ways.size() < 2) return open(file);
    Banner banner{.id = u"open_as"_s,
                  .sentence = tr("Open “%1” as:").arg(QFileInfo(file).fileName()),
                  .buttons = {},
                  .closed = {}};
    for (std::size_t i = 0; i < std::min<std::size_t>(2, ways.size()); ++i)
        banner.buttons.push_back({ways[i].objectName, ways[i].text, [this, file, act = ways[i].act] {
                                      remember(file);
                                      act();
                                  }});
    m_banner.add(banner, true);
}

}  // namespace segmoe::ui
