// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTabWidget>

#include "core/engine/hub_publish.h"

class QLabel;
class QPlainTextEdit;
class QTreeWidget;

namespace segmoe::ui {

class LicencePanel;

/// What would be published: the model card as text, the licences of the parts, the files.
class PublishContents : public QTabWidget {
    Q_OBJECT
public:
    explicit PublishContents(QWidget* parent = nullptr);

    /// A card that was edited stays as it is.
    void show(const PublishPlan& plan);
    QString card() const;
    bool isCardEdited() const { return m_isEdited; }
    void setLicence(const QString& licence);
    void showHashing(double fraction, const QString& part);
    void setLocked(bool locked);

private:
    void fillFiles(const PublishPlan& plan);
    void setCard(const QString& text);

    QPlainTextEdit* m_card;
    QLabel* m_hint;
    LicencePanel* m_licences;
    QTreeWidget* m_files;
    QString m_licence;  ///< that was chosen; empty = as the card says
    bool m_isEdited = false;
    bool m_isFilling = false;
};

}  // namespace segmoe::ui
