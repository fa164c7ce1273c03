// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/domain/gallery_item.h"
#include "core/domain/picture_settings.h"
#include "ui/shell/navigator.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace segmoe::ui {

class OwnedModels;
class Theme;

/// How the selected picture was made, and what can be done with it.
class MetadataPanel : public QWidget {
    Q_OBJECT
public:
    explicit MetadataPanel(Theme& theme, QWidget* parent = nullptr);

    /// Nothing is selected (count 0) or more than one picture is.
    void showCount(int count);
    /// The file's facts at once; the settings follow.
    void showFile(const GalleryItem& item, bool hasCapture);
    /// Marks the models that this says are not on this disk, and offers to get or to locate them.
    void setOwned(const OwnedModels* owned) { m_owned = owned; }
    void showSettings(const PictureSettings& settings);
    /// The file cannot be read.
    void showFailure(const QString& sentence);
    const std::optional<PictureSettings>& settings() const { return m_settings; }

Q_SIGNALS:
    void recallWanted(segmoe::ui::RecallPart part);
    void rawWanted();
    void plainCopyWanted();
    void routingWanted();
    void locateWanted(const QString& model);
    void missingWanted(const std::vector<segmoe::NamedModel>& models);
    void message(const QString& sentence);

private:
    struct TextBlock {
        QWidget* box = nullptr;
        QLabel* text = nullptr;
    };
    TextBlock addText(const QString& caption, const QString& objectName);
    void setText(const TextBlock& block, const std::string& text);
    void buildMissing(Theme& theme);
    void buildRecall(Theme& theme);
    void clearRows();
    void addRow(const QString& name, const QString& value);
    QString marked(const NamedModel& model) const;

    QStackedWidget* m_stack;
    QLabel* m_countLabel;
    QVBoxLayout* m_column;
    QLabel* m_name;
    QLabel* m_facts;
    QLabel* m_format;
    TextBlock m_prompt, m_resolved, m_negative;
    QGridLayout* m_rows;
    QLabel* m_experts;
    QWidget* m_missingBox = nullptr;
    QPushButton* m_routing = nullptr;
    const OwnedModels* m_owned = nullptr;
    QList<QPushButton*> m_recall;
    std::optional<PictureSettings> m_settings;
    std::vector<NamedModel> m_missing;
};

}  // namespace segmoe::ui
