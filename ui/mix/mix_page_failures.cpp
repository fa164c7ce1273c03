// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// MixPage: what was refused or has failed, and the buttons that help.
#include <QFileInfo>
#include <QMessageBox>
#include <QTabWidget>

#include "ui/bridge/hub_page.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/mix_page.h"
#include "ui/mix/notice_bar.h"
#include "ui/mix/probe_panel.h"
#include "ui/shell/hub_remedies.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kForecastTab = 1;

/// The sentence of the code, and what the core says about this very case.
QString wordsOf(const Failure& failure) {
    const QString sentence = errorText(failure.code).sentence;
    return failure.message.empty() ? sentence : sentence + u'\n' + toText(failure.message);
}

}  // namespace

void MixPage::showHint(const QString& sentence, bool isRefusal) {
    isRefusal ? complain(sentence, {}, {}) : m_hint->say(sentence);
}

void MixPage::complain(const QString& sentence, const std::vector<NoticeAct>& acts,
                       const std::optional<Failure>& details) {
    m_hint->complain(sentence, acts, details);
    if (!sentence.isEmpty()) Q_EMIT m_navigator.message(sentence);
}

void MixPage::showRefusal(DropRefusal refusal, const QString& sentence, const QString& source) {
    const SourceInfo& info = m_catalog.info(source);
    const QFileInfo file(source);
    const QString name = file.isAbsolute() ? file.completeBaseName() : sourceStem(source);
    std::vector<NoticeAct> acts;
    if (refusal == DropRefusal::Mixture) {
        const QString place = info.facts.path.empty() ? source : pathText(info.facts.path);
        acts = {{tr("Open"), [this, place] { withSaved([this, place] { openFile(place); }); }}};
    }
    if (refusal == DropRefusal::Pickle)
        acts = {{tr("Find a .safetensors version"), [this, name] { Q_EMIT m_navigator.hubSearchWanted(name); }}};
    if (refusal == DropRefusal::Damaged)
        acts = {{tr("Search hubs"), [this, name] { Q_EMIT m_navigator.hubSearchWanted(name); }}};
    if (refusal == DropRefusal::Partial)
        acts = {{tr("Show downloads"), [this] { Q_EMIT m_navigator.downloadsWanted(); }}};
    complain(sentence, acts, info.facts.refusal);
}

/// Several came at once, and some of them stay outside.
void MixPage::showRefusals(int added, const QStringList& refusals) {
    const QString sentence = tr("Added %1, refused %2.").arg(added).arg(refusals.size());
    const auto details = [this, sentence, refusals] {
        auto* box = new QMessageBox(QMessageBox::Information, tr("Refused files"), sentence, QMessageBox::Close, this);
        box->setObjectName(u"mix_refusals_dialog"_s);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setInformativeText(refusals.join(u'\n'));
        box->open();
    };
    complain(sentence, {{tr("Details…"), details}}, {});
}

void MixPage::showFailure(const Failure& failure, Work work) {
    complain(wordsOf(failure), remediesFor(failure, work), failure);
}

void MixPage::showFetchFailure(const QString& reference, const Failure& failure) {
    const NoticeAct again{tr("Try again"), [this, reference] { download(reference); }};
    complain(toText(failure.message), hubRemedies(failure, {reference}, again), failure);
}

void MixPage::repeat(Work work) {
    if (work == Work::Build) build();
    if (work == Work::Predict) predict(m_probe->prompt());
    if (work == Work::Save) openSaveMixture(m_publishesSaved);
}

void MixPage::setPrecisionAndBuild(Precision precision) {
    m_document.setPrecision(precision);
    build();
}

void MixPage::buildWithTextGates() {
    GateOptions options = m_document.gateOptions();
    options.method = GateMethod::Text;
    m_document.setGateOptions(options);
    build();
}

/// The card (-1 = the base) whose file the failure names.
std::optional<int> MixPage::cardNamedIn(const Failure& failure) const {
    const QString words = toText(failure.message + '\n' + failure.detail);
    const auto isNamed = [&](const std::string& source) {
        if (source.empty()) return false;
        const SourceInfo& info = m_catalog.info(toText(source));
        return words.contains(toText(source)) ||
               (!info.facts.path.empty() && words.contains(pathText(info.facts.path)));
    };
    for (int card = 0; card < m_document.cardCount(); ++card)
        if (isNamed(m_document.card(card).spec.source)) return card;
    if (isNamed(m_document.state().head.base)) return -1;
    return std::nullopt;
}

std::vector<NoticeAct> MixPage::hubRemedies(const Failure& failure, const QStringList& references,
                                            const NoticeAct& again) {
    const Remedy remedy = errorText(failure.code).remedy;
    if (remedy != Remedy::GoOnline && remedy != Remedy::AddToken && remedy != Remedy::OpenPage) return {again};
    const auto lead = [this, remedy, failure, references] { leadToRemedy(m_navigator, remedy, failure, references); };
    std::vector<NoticeAct> acts = {{remedyText(remedy), lead}, again};
    if (failure.code == ErrorCode::Gated) acts[1].label = tr("I accepted, retry");
    if (failure.code == ErrorCode::OfflineMissing)
        acts[1] = {tr("Show my models"), [this] { Q_EMIT m_navigator.pageWanted(PageId::Library); }};
    return acts;
}

/// A model cannot be used: another one, or the same from another place.
std::vector<NoticeAct> MixPage::modelRemedies(const Failure& failure, const NoticeAct& again) {
    const std::optional<int> card = cardNamedIn(failure);
    if (!card) return {{tr("Show checks"), [this] { showChecks(); }}, again};
    if (failure.code == ErrorCode::FileMissing) return {{tr("Locate…"), [this, at = *card] { locate(at); }}, again};
    const QString label =
        *card < 0 ? tr("Change the base…") : tr("Change %1…").arg(cardAlias(m_document.state(), *card));
    return {{label, [this, at = *card] { pickFor(at); }}, again};
}

std::vector<NoticeAct> MixPage::remediesFor(const Failure& failure, Work work) {
    const NoticeAct again{work == Work::Save ? tr("Save again") : tr("Try again"), [this, work] { repeat(work); }};
    switch (failure.code) {
        case ErrorCode::GpuOutOfMemory:
        case ErrorCode::RamOutOfMemory: {
            const NoticeAct forecast{tr("Show forecast"), [this] { m_side->setCurrentIndex(kForecastTab); }};
            if (m_document.state().head.layers == MoeLayers::Attention) return {forecast, again};
            return {{tr("Attention only"), [this] { m_document.setLayers(MoeLayers::Attention); }}, forecast};
        }
        case ErrorCode::DiskFull:
        case ErrorCode::NotWritable:
        case ErrorCode::FileTooBigForDisk:
        case ErrorCode::NameRefused:
            if (work == Work::Save) return {{tr("Choose another folder…"), [this] { openSaveMixture(false); }}};
            return {again};
        case ErrorCode::ContentChanged:
            return {{tr("Use new file"), [this, work] {
                         m_catalog.useChanged();
                         repeat(work);
                     }}};
        case ErrorCode::MixIncomplete: return {{tr("Show checks"), [this] { showChecks(); }}};
        case ErrorCode::GateFailed: return {again, {tr("Text only"), [this] { buildWithTextGates(); }}};
        case ErrorCode::GateDegenerate:
            return {{tr("Use fp32"), [this] { setPrecisionAndBuild(Precision::Fp32); }}, again};
        case ErrorCode::PrecisionUnsupported:
            return {{tr("Use automatic precision"), [this] { setPrecisionAndBuild(Precision::Auto); }}};
        case ErrorCode::FileMissing:
        case ErrorCode::FolderMissing:
        case ErrorCode::ModelLoadFailed:
        case ErrorCode::SafetensorsTruncated:
        case ErrorCode::SafetensorsInvalid:
        case ErrorCode::HeaderTooLarge:
        case ErrorCode::PickleRefused:
        case ErrorCode::FormatUnsupported:
        case ErrorCode::ConfigInvalid:
        case ErrorCode::ArchitectureUnknown:
        case ErrorCode::ArchitectureMismatch:
        case ErrorCode::TensorMissing:
        case ErrorCode::TensorShapeMismatch:
        case ErrorCode::DtypeUnsupported:
        case ErrorCode::LoraMismatch:
        case ErrorCode::ComponentMissing: return modelRemedies(failure, again);
        default: return hubRemedies(failure, missingReferences(), again);
    }
}

}  // namespace segmoe::ui
