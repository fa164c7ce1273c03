// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/bridge/mix_client.h"
#include "ui/mix/mix_document.h"

class QPushButton;

namespace segmoe::ui {

class Theme;
class YamlEdit;

/// The recipe as its file will hold it: read-only, follows every edit.
class YamlView : public QWidget {
    Q_OBJECT
public:
    YamlView(Theme& theme, MixDocument& document, MixClient& client, QWidget* parent = nullptr);

    /// Marks the lines of a card: -1 the base.
    void showCard(int card);
    QString yaml() const { return m_yaml; }
    YamlEdit& edit() { return *m_edit; }

Q_SIGNALS:
    /// -1 = the base.
    void cardChosen(int card);
    void exportWanted();
    void importWanted();

private:
    void ask();
    void display();
    int cardOfExpert(int expert) const;

    MixDocument& m_document;
    MixClient& m_client;
    YamlEdit* m_edit;
    QPushButton* m_diff;
    QTimer m_delay;
    QString m_yaml;
    QString m_savedYaml;
    quint64 m_question = 0;
    quint64 m_savedQuestion = 0;
};

}  // namespace segmoe::ui
