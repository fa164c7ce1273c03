// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/licence_panel.h"

#include <optional>
#include <set>

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString word(Permission permission) {
    switch (permission) {
        case Permission::Yes: return LicencePanel::tr("yes");
        case Permission::No: return LicencePanel::tr("no");
        case Permission::Unknown: break;
    }
    return LicencePanel::tr("unknown");
}

QString licenceOf(const SourceInfos& infos, const std::string& source) {
    const SourceInfo& info = infoOf(infos, toText(source));
    return info.state == SourceInfo::State::Ok ? toText(info.facts.license) : QString();
}

/// Base, experts and LoRAs, each source once.
std::vector<LicencePanel::Part> partsOf(const MixRecipe& recipe, const SourceInfos& infos) {
    std::vector<LicencePanel::Part> parts;
    std::set<std::string> known;
    const auto add = [&](const std::string& source) {
        if (source.empty() || !known.insert(source).second) return;
        parts.push_back({sourceStem(toText(source)), licenceOf(infos, source)});
    };
    add(recipe.base);
    for (const ExpertSpec& expert : recipe.experts) add(expert.source);
    for (const LoraRef& lora : recipe.loras) add(lora.source);
    for (const ExpertSpec& expert : recipe.experts)
        for (const LoraRef& lora : expert.loras) add(lora.source);
    return parts;
}

}  // namespace

LicencePanel::LicencePanel(const QString& prefix, QWidget* parent)
    : QWidget(parent), m_table(new QTableWidget(0, 6)), m_sum(new QLabel) {
    setObjectName(prefix + u"_licence_panel"_s);
    nameControl(m_table, prefix + u"_licence_table"_s, tr("Licences of the parts"));
    m_table->setHorizontalHeaderLabels(
        {tr("Part"), tr("Licence"), tr("Sell"), tr("Change"), tr("Credit"), tr("Share")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_sum->setWordWrap(true);
    m_sum->setObjectName(prefix + u"_licence_sum_label"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(m_sum);
}

void LicencePanel::addRow(const Part& part) {
    const std::string licence = part.licence.toStdString();
    const LicenceTerms terms = licenceTerms(licence);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QString cells[] = {part.name,
                             licence.empty() ? tr("unknown") : licenceName(licence),
                             word(terms.commercial),
                             word(terms.derivatives),
                             word(terms.needsCredit),
                             word(terms.shareMerges)};
    for (int i = 0; i < 6; ++i) m_table->setItem(row, i, new QTableWidgetItem(cells[i]));
    m_table->item(row, 1)->setToolTip(licenceLines(licence).join(u'\n'));
}

void LicencePanel::show(const MixRecipe& recipe, const SourceInfos& infos) { show(partsOf(recipe, infos)); }

void LicencePanel::show(const std::vector<Part>& parts) {
    m_table->setRowCount(0);
    for (const Part& part : parts) addRow(part);
    m_sum->setText(rollUp(parts));
}

QString LicencePanel::rollUp(const MixRecipe& recipe, const SourceInfos& infos) {
    return rollUp(partsOf(recipe, infos));
}

QString LicencePanel::rollUp(const std::vector<Part>& parts) {
    if (parts.empty()) return {};
    std::optional<LicenceTerms> all;
    for (const Part& part : parts) {
        const LicenceTerms terms = licenceTerms(part.licence.toStdString());
        all = all ? strictest(*all, terms) : terms;
    }
    return tr("Strictest: selling %1, sharing the mixture %2, credit %3.")
        .arg(word(all->commercial), word(all->shareMerges),
             all->needsCredit == Permission::Yes  ? tr("required")
             : all->needsCredit == Permission::No ? tr("not required")
                                                  : tr("unknown"));
}

}  // namespace segmoe::ui
