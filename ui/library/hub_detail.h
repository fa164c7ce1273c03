// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "ui/bridge/hub_client.h"
#include "ui/library/hub_result_model.h"
#include "ui/widgets/upright_scroll.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace segmoe::ui {

class CoverPicture;
class EmptyState;
class FactRows;
class HubFileList;
class Theme;

/// One offer in full: versions, files, licence, what it costs in space, and the buttons that fetch it.
class HubDetail : public UprightScroll {
    Q_OBJECT
public:
    explicit HubDetail(Theme& theme, QWidget* parent = nullptr);

    void showNothing();
    /// While the hub is asked.
    void showWaiting(const QString& name);
    void showTrouble(const HubTrouble& trouble, HubSite site);
    void showDetails(const HubDetails& details);
    void setSituation(const HubSituation& situation);
    void setMaturePreviews(MaturePreviews mode);
    void setPreview(const QString& address, const QImage& picture);
    /// The picture that is wanted and not there yet; empty when none is.
    QString missingPreview() const;
    /// As a row with the chosen version and file; nothing while there are no details.
    std::optional<HubRow> row() const;

Q_SIGNALS:
    void getWanted(const QString& reference, const std::optional<QString>& variant, bool asExpert);
    void showWanted(const QString& place);
    void pageWanted(const QString& address);
    void reminderWanted(bool isWanted);
    void tokensWanted(segmoe::HubSite site);
    void downloadWanted(const QString& reference);
    void retryWanted();
    void pictureWanted(const QString& address);

private:
    QWidget* buildContent(Theme& theme);
    QWidget* buildButtons(Theme& theme);
    void showVersion();
    void fillFacts();
    void updateButtons();
    /// Where a file of that many bytes goes, and what is free then.
    QString destinationText(std::uint64_t need) const;
    void updatePreview();
    void act();
    const HubVersion* version() const;
    void addFact(const QString& label, const QString& value);

    Theme& m_theme;
    std::optional<HubDetails> m_details;
    HubSituation m_situation;
    MaturePreviews m_mature = MaturePreviews::Hidden;
    QString m_address;  ///< of the picture that is shown
    HubTrouble m_trouble;
    QStackedWidget* m_stack;
    EmptyState* m_nothing;
    EmptyState* m_waiting;
    EmptyState* m_error;
    QWidget* m_content;
    CoverPicture* m_preview;
    QLabel* m_title;
    QLabel* m_author;
    QLabel* m_badge;
    QLabel* m_copy;
    QLabel* m_obstacle;
    QComboBox* m_version;
    HubFileList* m_files;
    FactRows* m_facts;
    QLabel* m_folder;
    QPushButton* m_get;
    QPushButton* m_getExpert;
    QPushButton* m_remind;
    QPushButton* m_page;
    QLabel* m_description;
};

}  // namespace segmoe::ui
