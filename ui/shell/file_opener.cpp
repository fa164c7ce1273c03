// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/file_opener.h"

#include <utility>

#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include "ui/bridge/settings.h"
#include "ui/shell/banner_bar.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

FileOpener::FileOpener(StudioContext& context, BannerBar& banner, QObject* parent)
    : QObject(parent), m_context(context), m_banner(banner) {}

std::vector<FileOpener::Choice> FileOpener::choices(const QString& file) const {
    Navigator& navigator = m_context.navigator;
    const FileKind kind = fileKind(file);
    switch (kind) {
        case FileKind::Recipe:
            return {{u"open_as_mix_button"_s, tr("Mixture to edit"),
                     [&navigator, file] { Q_EMIT navigator.recipeWanted(file); }},
                    {u"open_as_model_button"_s, tr("Model to render with"),
                     [&navigator, file] { Q_EMIT navigator.modelWanted(file); }}};
        case FileKind::Safetensors:
        case FileKind::Folder: return modelChoices(file, kind);
        case FileKind::Picture: return pictureChoices(file);
        case FileKind::Capture:
            return {{u"open_as_capture_button"_s, tr("Capture"),
                     [&navigator, file] { Q_EMIT navigator.captureWanted(file); }}};
        default: return {};
    }
}

/// The suffix does not tell a checkpoint from a LoRA; the page that takes it does.
std::vector<FileOpener::Choice> FileOpener::modelChoices(const QString& file, FileKind kind) const {
    Navigator& navigator = m_context.navigator;
    std::vector<Choice> choices = withMixChoices({u"open_as_model_button"_s, tr("Model to render with"),
                                                  [&navigator, file] { Q_EMIT navigator.modelWanted(file); }},
                                                 file);
    if (kind == FileKind::Safetensors && !navigator.mixCards().isEmpty())
        choices.push_back({u"open_as_lora_button"_s, tr("LoRA over the base"),
                           [&navigator, file] { Q_EMIT navigator.loraWanted(file, 0); }});
    if (kind == FileKind::Folder)
        choices.push_back({u"open_as_folder_button"_s, tr("Folder of models"),
                           [&navigator, file] { Q_EMIT navigator.modelFolderWanted(file); }});
    return choices;
}

/// One for the base of the mixture that is open and one for each of its cards.
std::vector<FileOpener::Choice> FileOpener::loraChoices(const QString& file) const {
    Navigator& navigator = m_context.navigator;
    std::vector<Choice> choices;
    const QStringList cards = navigator.mixCards();
    for (int card = 0; card < cards.size(); ++card)
        choices.push_back({u"open_as_lora_%1_button"_s.arg(card), tr("LoRA of %1").arg(cards[card]),
                           [&navigator, file, card] { Q_EMIT navigator.loraWanted(file, card); }});
    return choices;
}

std::vector<FileOpener::Choice> FileOpener::pictureChoices(const QString& file) const {
    Navigator& navigator = m_context.navigator;
    return {{u"open_as_picture_button"_s, tr("Picture of the gallery"),
             [&navigator, file] { Q_EMIT navigator.pictureWanted(file); }},
            {u"open_as_settings_button"_s, tr("Settings to render with"),
             [&navigator, file] { Q_EMIT navigator.pictureRecallWanted(file); }},
            {u"open_as_start_button"_s, tr("Picture to start from"),
             [&navigator, file] { Q_EMIT navigator.startImageWanted(file); }},
            {u"open_as_picture_mix_button"_s, tr("Mixture to edit"),
             [&navigator, file] { Q_EMIT navigator.pictureMixWanted(file); }}};
}

std::vector<FileOpener::Choice> FileOpener::hubChoices(const QString& reference) const {
    Navigator& navigator = m_context.navigator;
    return withMixChoices({u"open_as_hub_button"_s, tr("Model of the hub"),
                           [&navigator, reference] { Q_EMIT navigator.hubLinkWanted(reference); }},
                          reference);
}

std::vector<FileOpener::Choice> FileOpener::withMixChoices(Choice first, const QString& model) const {
    Navigator& navigator = m_context.navigator;
    return {std::move(first),
            {u"open_as_expert_button"_s, tr("Expert of the mixture"),
             [&navigator, model] { Q_EMIT navigator.expertWanted(model); }},
            {u"open_as_base_button"_s, tr("Base of the mixture"),
             [&navigator, model] { Q_EMIT navigator.baseWanted(model); }}};
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

bool FileOpener::accepts(const QMimeData& data) {
    return !localFiles(data).isEmpty() || !readModels(data).isEmpty() || !webLinks(data).isEmpty();
}

void FileOpener::drop(const QMimeData& data) {
    const QStringList files = localFiles(data);
    const QList<DraggedModel> models = readModels(data);
    const QStringList links = webLinks(data);
    // A model of the library is dragged with its file, one of a hub without.
    const QString model = models.isEmpty() ? QString() : models.constFirst().ref;
    const bool isFile = !files.isEmpty() || QFileInfo(model).isAbsolute();
    if (!models.isEmpty() && models.constFirst().role == "lora"_L1) {
        const std::vector<Choice> ways = loraChoices(model);
        if (ways.empty())
            Q_EMIT m_context.navigator.message(tr("Choose a base on the Mix page: a LoRA is laid over a model."));
        else
            ask(models.constFirst().name, ways, {});
    } else if (isFile) {
        const QString file = files.isEmpty() ? model : files.constFirst();
        const std::vector<Choice> ways = choices(file);
        ways.size() < 2 ? open(file) : ask(QFileInfo(file).fileName(), ways, file);
    } else if (!models.isEmpty() || !links.isEmpty()) {
        const QString reference = models.isEmpty() ? links.constFirst() : model;
        ask(models.isEmpty() ? QUrl(reference).path().section(u'/', -2) : models.constFirst().name,
            hubChoices(reference), {});
    }
}

/// The two usual ways are buttons, the others are in a menu.
void FileOpener::ask(const QString& name, const std::vector<Choice>& ways, const QString& remembered) {
    constexpr std::size_t kButtons = 2;
    Banner banner{.id = u"open_as"_s, .sentence = tr("Open “%1” as:").arg(name), .buttons = {}, .closed = {}};
    for (std::size_t i = 0; i < ways.size(); ++i)
        (i < kButtons ? banner.buttons : banner.more)
            .push_back({ways[i].objectName, ways[i].text, [this, remembered, act = ways[i].act] {
                            if (!remembered.isEmpty()) remember(remembered);
                            act();
                        }});
    m_banner.add(banner, true);
}

}  // namespace segmoe::ui
