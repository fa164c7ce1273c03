// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/mixture_offer.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <QDir>
#include <QFileInfo>

#include "ui/bridge/library_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/library_model.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

namespace {

/// As the library names its folders.
QString listedPlace(const QString& folder) {
    const QString real = QFileInfo(folder).canonicalFilePath();
    return real.isEmpty() ? QDir::cleanPath(folder) : real;
}

bool canBeExpert(const LibraryModel& model) {
    return model.facts.role == ModelRole::Checkpoint && !model.isMissing && !model.facts.structure.empty();
}

/// Files with one content are one model; what is known of a content is its digest, or name and size.
auto modelContent(const LibraryModel& model) {
    return model.sha256.empty() ? model.facts.name + '/' + std::to_string(model.facts.bytes) : model.sha256;
}

}  // namespace

std::optional<MixtureChance> mixtureChance(const std::vector<LibraryModel>& models, const QStringList& folders) {
    // Equal tensors, one prediction, one pace: what a mixture needs of its experts.
    using Kind = std::tuple<std::string, bool, bool>;
    std::map<Kind, std::map<std::string, const LibraryModel*>> kinds;
    for (const LibraryModel& model : models) {
        if (!canBeExpert(model) || !folders.contains(pathText(model.root))) continue;
        const ModelFacts& facts = model.facts;
        kinds[{facts.structure, facts.vPrediction, facts.fewSteps != FewSteps::No}].try_emplace(modelContent(model),
                                                                                                &model);
    }
    MixtureChance chance;
    const std::map<std::string, const LibraryModel*>* most = nullptr;
    for (const auto& [kind, members] : kinds) {
        chance.models += static_cast<int>(members.size());
        if (!most || members.size() > most->size()) most = &members;
    }
    if (!most || most->size() < 2) return std::nullopt;
    std::vector<const LibraryModel*> fitting;
    for (const auto& [content, model] : *most) fitting.push_back(model);
    std::ranges::sort(fitting, [](const LibraryModel* a, const LibraryModel* b) {
        return std::tie(a->facts.name, a->facts.path) < std::tie(b->facts.name, b->facts.path);
    });
    for (int i = 0; i < 2; ++i) chance.pair << pathText(fitting[static_cast<std::size_t>(i)]->facts.path);
    return chance;
}

MixtureOffer::MixtureOffer(LibraryClient& library, const LibraryListModel& models, Navigator& navigator,
                           QObject* parent)
    : QObject(parent), m_models(models), m_navigator(navigator) {
    connect(&library, &LibraryClient::scanFinished, this,
            [this](const LibraryScanReport&, bool stopped) { scanned(stopped); });
}

void MixtureOffer::expect(const QStringList& folders) {
    for (const QString& folder : folders) m_folders << listedPlace(folder);
}

/// A scan that was under way when the folders were named may know nothing of them: the next one is waited for.
void MixtureOffer::scanned(bool stopped) {
    if (stopped) m_folders.clear();
    if (m_folders.isEmpty()) return;
    if (const auto chance = mixtureChance(m_models.models(), m_folders)) {
        m_folders.clear();
        offer(*chance);
    }
}

void MixtureOffer::offer(const MixtureChance& chance) {
    Q_EMIT m_navigator.toast(tr("Found %1 models. Make a mixture from two of them?").arg(chance.models),
                             tr("Make mixture"), this,
                             [this, pair = chance.pair] { Q_EMIT m_navigator.newMixtureWanted(pair); });
}

}  // namespace segmoe::ui
