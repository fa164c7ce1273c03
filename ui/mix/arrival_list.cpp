// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/arrival_list.h"

#include <QFrame>
#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/library/download_acts.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

/// One model on its way.
class ArrivalCard : public QFrame {
    Q_OBJECT
public:
    explicit ArrivalCard(int index)
        : m_title(new ElidedLabel),
          m_text(new ElidedLabel),
          m_bar(new QProgressBar),
          m_show(new QPushButton(tr("Show downloads"))),
          m_cancel(new QPushButton(tr("Cancel"))) {
        const QString name = u"mix_arrival_%1"_s.arg(index);
        setObjectName(name);
        setProperty("role", u"card"_s);
        m_title->setProperty("role", u"strong"_s);
        m_text->setObjectName(name + u"_label"_s);
        m_bar->setObjectName(name + u"_bar"_s);
        m_bar->setAccessibleName(tr("Progress of the download"));
        m_bar->setTextVisible(false);
        nameControl(m_show, name + u"_show_button"_s, tr("Show downloads"));
        nameControl(m_cancel, name + u"_cancel_button"_s, tr("Cancel"), tr("What has arrived is kept."));
        auto* grid = new QGridLayout(this);
        grid->setContentsMargins(12, 8, 12, 8);
        grid->setHorizontalSpacing(8);
        grid->setVerticalSpacing(4);
        grid->addWidget(m_title, 0, 0);
        grid->addWidget(m_text, 1, 0);
        grid->addWidget(m_bar, 2, 0, 1, 3);
        grid->addWidget(m_show, 0, 1, 2, 1);
        grid->addWidget(m_cancel, 0, 2, 2, 1);
        grid->setColumnStretch(0, 1);
        connect(m_show, &QPushButton::clicked, this, &ArrivalCard::downloadsWanted);
        connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelled(m_source); });
    }

    void show(const MixArrivals::Arrival& arrival) {
        m_source = arrival.source;
        const DownloadRow& row = arrival.row;
        m_title->setText(row.title);
        const bool isFailed = row.state == DownloadRow::State::Failed;
        m_text->setText(arrival.id == 0 ? tr("Starting…") : downloadSentence(row));
        const QString role = isFailed ? u"warning"_s : u"caption"_s;
        if (m_text->property("role").toString() != role) {
            m_text->setProperty("role", role);
            m_text->style()->polish(m_text);
        }
        m_bar->setRange(0, row.totalBytes > 0 ? 100 : 0);
        if (row.totalBytes > 0) m_bar->setValue(qRound(row.fraction() * 100.0));
        m_bar->setVisible(row.isActive());
        setAccessibleName(row.title + u", "_s + m_text->text());
    }

Q_SIGNALS:
    void cancelled(const QString& source);
    void downloadsWanted();

private:
    QString m_source;
    ElidedLabel* m_title;
    ElidedLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_show;
    QPushButton* m_cancel;
};

ArrivalList::ArrivalList(MixArrivals& arrivals, QWidget* parent) : QWidget(parent), m_arrivals(arrivals) {
    setObjectName(u"mix_arrival_list"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    connect(&arrivals, &MixArrivals::changed, this, &ArrivalList::refresh);
    refresh();
}

void ArrivalList::refresh() {
    const auto& wanted = m_arrivals.arrivals();
    while (m_cards.size() > wanted.size()) {
        m_cards.back()->setObjectName({});
        for (QWidget* child : m_cards.back()->findChildren<QWidget*>()) child->setObjectName({});
        m_cards.back()->hide();
        m_cards.back()->deleteLater();
        m_cards.pop_back();
    }
    while (m_cards.size() < wanted.size()) {
        auto* card = new ArrivalCard(static_cast<int>(m_cards.size()));
        // Queued: a card that goes must not go while its button is pressed.
        connect(card, &ArrivalCard::cancelled, &m_arrivals, &MixArrivals::drop, Qt::QueuedConnection);
        connect(card, &ArrivalCard::downloadsWanted, this, &ArrivalList::downloadsWanted);
        layout()->addWidget(card);
        m_cards.push_back(card);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) m_cards[i]->show(wanted[i]);
    setVisible(!wanted.empty());
}

}  // namespace segmoe::ui

#include "arrival_list.moc"
