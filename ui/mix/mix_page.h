// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>

#include <QPointer>
#include <QWidget>

#include "ui/bridge/starter_kit.h"
#include "ui/mix/mix_checks.h"
#include "ui/mix/mix_files.h"
#include "ui/mix/mix_header.h"
#include "ui/mix/mix_intake.h"
#include "ui/mix/mix_jobs.h"
#include "ui/mix/model_catalog.h"

class QLabel;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace segmoe::ui {

class CardList;
class CheckPanel;
class ForecastPanel;
class GatesView;
class ImportDialog;
class LayerPanel;
class LicencePanel;
class Navigator;
class ProbePanel;
class SaveMixtureDialog;
class SourceList;
class Theme;
class YamlView;

/// The composer: models on the left, cards in the middle, what it costs and what is wrong on the right (ui.md §6).
class MixPage : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        Theme& theme;
        Navigator& navigator;
        MixClient& client;
        MixJobs& jobs;
        QString recovery;      ///< file of the copy that survives a crash; empty = none
        QString saveFolder;    ///< where mixtures and recipes go by default
        QString renderFolder;  ///< where relative sources are resolved from: what Render is handed names files in full
        QStringList sources;   ///< models to show on the left
    };
    explicit MixPage(const Parts& parts, QWidget* parent = nullptr);

    MixDocument& document() { return m_document; }
    ModelCatalog& catalog() { return m_catalog; }
    MixIntake& intake() { return m_intake; }
    MixFiles& files() { return m_files; }
    CardList& cards() { return *m_cards; }
    const std::vector<Check>& checks() const;

    void setSources(const QStringList& sources);
    void setStarter(const StarterKit& kit);
    void setDefaultPrompt(const QString& prompt);
    void setRecent(const QStringList& recipes);

    // what menus and keys do
    void newMix();
    void openMix();
    void openFile(const QString& file);
    void openStarter();
    void save();
    void saveAs();
    void saveMixture();
    void copyYaml();
    void exportRecipe();
    void importRecipe();
    void addExpert();
    void duplicate();
    void removeFocused();
    void renameFocused();
    void moveFocused(int by);
    void find();
    void build();
    void updateGates();
    void render();
    void showChecks();
    void showView(MixHeader::View view);

Q_SIGNALS:
    /// A recipe was opened or saved: for the list of recent ones.
    void recentAdded(const QString& file);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    QWidget* buildMiddle();
    QWidget* buildSide();
    void fillMenus();
    void connectDocument();
    void connectCards();
    void connectIntake();
    void connectFiles();
    void connectJobs();
    void connectPanels();
    void refresh();
    void refreshChecks();
    void wantModels();
    void showHint(const QString& sentence, bool isRefusal);
    void act(const Check& check, const CheckAction& action);
    void actOnGates(const CheckAction& action);
    void pickFor(int card);
    void pickLora(int card);
    void locate(int card);
    void askBase(const QString& source, const std::vector<int>& misfits);
    void askReplace(int card, const QString& source);
    void withSaved(const std::function<void()>& then);
    void openImport(const QString& yaml);
    void importInto(ImportDialog* dialog, const QString& yaml);
    BuildRequest buildRequest() const;
    bool canBuild() const;
    void startBuild();
    void predict(const QString& prompt);
    void saveRecipeTo(const QString& file);
    QString suggestedFile(const QString& suffix) const;

    Theme& m_theme;
    Navigator& m_navigator;
    MixClient& m_client;
    MixJobs& m_jobs;
    QString m_saveFolder;
    QString m_renderFolder;
    MixDocument m_document;
    ModelCatalog m_catalog;
    MixIntake m_intake;
    MixFiles m_files;
    StarterKit m_starter;
    QStringList m_recent;
    QStringList m_sources;
    std::optional<GateReport> m_gates;
    std::optional<MixRecipe> m_gatesOf;
    std::optional<Prediction> m_prediction;
    std::optional<MixRecipe> m_predictionOf;
    MixRecipe m_predicting;
    std::set<QString> m_kept;  ///< checks the user has answered with Keep
    std::vector<Check> m_shownChecks;
    std::function<void()> m_afterSave;

    MixHeader* m_header = nullptr;
    SourceList* m_list = nullptr;
    CardList* m_cards = nullptr;
    LayerPanel* m_layers = nullptr;
    QLabel* m_hint = nullptr;
    GatesView* m_gatesView = nullptr;
    YamlView* m_yaml = nullptr;
    QStackedWidget* m_views = nullptr;
    ForecastPanel* m_forecast = nullptr;
    CheckPanel* m_checks = nullptr;
    LicencePanel* m_licence = nullptr;
    ProbePanel* m_probe = nullptr;
    QTabWidget* m_side = nullptr;
    QSplitter* m_splitter = nullptr;
    QPointer<SaveMixtureDialog> m_saveDialog;
};

}  // namespace segmoe::ui
