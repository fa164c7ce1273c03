// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/grid_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/queue/random_seed.h"
#include "ui/render/progress_text.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAskAbove = 50;
constexpr int kMost = 400;

}  // namespace

GridDialog::GridDialog(const RenderRequest& base, const ModelSummary& model, const GridChoices& choices,
                       double secondsEach, QWidget* parent)
    : QDialog(parent),
      m_base(base),
      m_model(model),
      m_choices(choices),
      m_secondsEach(secondsEach),
      m_forecast(new QLabel),
      m_ok(new QPushButton(tr("Render grid"))) {
    setObjectName(u"grid_dialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Grid"));
    resize(560, 380);
    if (m_base.seed < 0) m_base.seed = randomSeed();
    m_base.images = m_base.imagesAtOnce = 1;
    auto* words =
        new QLabel(tr("One picture for each pair of values; everything else is as in the form. The seed is %1 "
                      "in every picture unless it varies.")
                       .arg(m_base.seed));
    words->setWordWrap(true);
    m_forecast->setObjectName(u"grid_dialog_forecast_label"_s);
    m_forecast->setProperty("role", u"strong"_s);
    nameControl(m_ok, u"grid_dialog_ok_button"_s, m_ok->text());
    m_ok->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"));
    nameControl(cancel, u"grid_dialog_cancel_button"_s, cancel->text());
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_forecast, 1);
    buttons->addWidget(m_ok);
    buttons->addWidget(cancel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(words);
    column->addWidget(buildAxis(m_x, u"x"_s, tr("Columns")));
    column->addWidget(buildAxis(m_y, u"y"_s, tr("Rows")));
    column->addStretch(1);
    column->addLayout(buttons);
    connect(m_ok, &QPushButton::clicked, this, &GridDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_x.kind->setCurrentIndex(m_x.kind->findData(static_cast<int>(GridAxis::Seed)));
    m_x.values->setText(u"%1-%2"_s.arg(m_base.seed).arg(m_base.seed + 3));
    updateAxis(m_x);
    updateAxis(m_y);
}

QWidget* GridDialog::buildAxis(Axis& axis, const QString& letter, const QString& title) {
    axis.kind = new QComboBox;
    axis.values = new QLineEdit;
    axis.hint = new QLabel;
    for (GridAxis kind : possibleAxes(m_base, m_model)) axis.kind->addItem(gridAxisTitle(kind), static_cast<int>(kind));
    axis.hint->setObjectName(u"grid_%1_hint_label"_s.arg(letter));
    axis.hint->setWordWrap(true);
    auto* panel = new QWidget;
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addLayout(labelledField(title, axis.kind, u"grid_%1_combo"_s.arg(letter), tr("What varies.")), 2);
    row->addLayout(labelledField(tr("Values"), axis.values, u"grid_%1_edit"_s.arg(letter), tr("Separated by commas.")),
                   3);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(axis.hint);
    connect(axis.kind, &QComboBox::currentIndexChanged, this, [this, &axis] {
        if (axis.kind->hasFocus()) axis.values->clear();
        updateAxis(axis);
    });
    connect(axis.values, &QLineEdit::textChanged, this, [this, &axis] { updateAxis(axis); });
    return panel;
}

GridAxis GridDialog::kindOf(const Axis& axis) const { return static_cast<GridAxis>(axis.kind->currentData().toInt()); }

void GridDialog::updateAxis(Axis& axis) {
    const GridAxis kind = kindOf(axis);
    axis.read = readGridValues(kind, axis.values->text(), m_model, m_choices);
    axis.values->setEnabled(kind != GridAxis::None);
    const bool problem = !axis.read.problem.isEmpty() && !axis.values->text().isEmpty();
    axis.hint->setText(problem ? axis.read.problem : gridAxisHint(kind));
    axis.hint->setProperty("role", problem ? u"problem"_s : u"caption"_s);
    axis.hint->style()->unpolish(axis.hint);
    axis.hint->style()->polish(axis.hint);
    updateForecast();
}

int GridDialog::count() const { return static_cast<int>(m_x.read.values.size() * m_y.read.values.size()); }

void GridDialog::updateForecast() {
    const int pictures = count();
    m_ok->setEnabled(pictures > 0 && pictures <= kMost);
    if (pictures > kMost)
        m_forecast->setText(tr("%1 pictures are too many; at most %2 fit.").arg(pictures).arg(kMost));
    else if (m_secondsEach >= 0.0)
        m_forecast->setText(
            tr("%n picture(s), about %1", "", pictures).arg(etaText(std::max(1.0, m_secondsEach * pictures))));
    else
        m_forecast->setText(tr("%n picture(s)", "", pictures));
}

void GridDialog::accept() {
    if (count() <= kAskAbove) return QDialog::accept();
    auto* box = new QMessageBox(QMessageBox::Question, tr("Many pictures"),
                                tr("This grid has %n picture(s). Render all of them?", "", count()),
                                QMessageBox::NoButton, this);
    box->setObjectName(u"grid_count_dialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->addButton(tr("Render all"), QMessageBox::AcceptRole)->setObjectName(u"grid_count_dialog_ok_button"_s);
    box->addButton(tr("Change"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::accepted, this, [this] { QDialog::accept(); });
    box->open();
}

GridPlan GridDialog::plan() const { return {m_base, kindOf(m_x), kindOf(m_y), m_x.read.values, m_y.read.values}; }

}  // namespace segmoe::ui
