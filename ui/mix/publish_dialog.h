// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDialog>
#include <QTimer>

#include "ui/bridge/publish_client.h"
#include "ui/mix/publish_terms.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace segmoe::ui {

class PublishContents;
class Segmented;
class Theme;

/// Publishes a saved model on Hugging Face as one commit (ui.md §6.4, hub.md §5): says beforehand where it goes, what
/// goes there, and whether the licences allow it. Not modal; while an upload runs only Cancel ends it.
class PublishDialog : public QDialog {
    Q_OBJECT
public:
    PublishDialog(Theme& theme, PublishClient& client, const QString& folder, QWidget* parent = nullptr);
    ~PublishDialog() override;

    /// Asks once more whose the token is and whether the repository exists.
    void askTarget();

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    void tokenWanted();
    void published(const QString& page);

private:
    enum class State { Preparing, Running, Cancelling, Done };
    void buildFields();
    void buildLayout();
    void connectAll();
    void connectClient();
    void showPlan(const PublishPlan& plan);
    void showTarget(const PublishTarget& target);
    void showTargetFailure(const Failure& failure);
    void refresh();
    /// Why it cannot be published now; empty = it can.
    QString obstacle() const;
    void start();
    void showProgress(const Progress& progress);
    void showDone(const HubPushReport& report);
    void showFailure(const Failure& failure);
    void showEnd(const QString& sentence);
    void setState(State state);
    QString repo() const;
    void say(QLabel* label, const QString& sentence, const QString& role);

    Theme& m_theme;
    PublishClient& m_client;
    QString m_folder;
    State m_state = State::Preparing;
    std::optional<PublishPlan> m_plan;
    std::optional<PublishTarget> m_target;  ///< of the name in the field
    PublishTerms m_terms;
    bool m_isNameEdited = false;
    bool m_isLicenceChosen = false;
    bool m_hasBegun = false;  ///< a repository of this name may have been made by an upload that broke off
    QString m_page;
    QTimer m_askTimer;

    QLineEdit* m_repo;
    Segmented* m_visibility;
    QComboBox* m_licence;
    QLineEdit* m_message;
    QLabel* m_account;
    QPushButton* m_token;
    QLabel* m_where;
    QCheckBox* m_existing;
    PublishContents* m_contents;
    QLabel* m_termsLabel;
    QCheckBox* m_permitted;
    QProgressBar* m_progress;
    QLabel* m_status;
    QPushButton* m_open;
    QPushButton* m_publish;
    QPushButton* m_cancel;
};

}  // namespace segmoe::ui
