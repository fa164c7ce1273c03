// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <set>

#include <QPointer>
#include <QWidget>

#include "core/domain/picture_settings.h"
#include "ui/bridge/request_settings.h"
#include "ui/bridge/starter_kit.h"
#include "ui/mix/mix_checks.h"
#include "ui/mix/mix_files.h"
#include "ui/mix/mix_header.h"
#include "ui/mix/mix_intake.h"
#include "ui/mix/mix_jobs.h"
#include "ui/mix/model_catalog.h"
#include "ui/mix/preview_source.h"
#include "ui/mix/render_pace.h"

class QFrame;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace segmoe::ui {

class CardList;
class DownloadClient;
class DownloadNeed;
class MixArrivals;
class CheckPanel;
class ForecastPanel;
class GatesView;
class ImportDialog;
class LayerPanel;
class LicencePanel;
class Navigator;
class NoticeBar;
struct NoticeAct;
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
        QString pace;          ///< file that remembers how quick renders were; empty = none
        QString saveFolder;    ///< where mixtures and recipes go by default
        QString renderFolder;  ///< where relative sources are resolved from: what Render is handed names files in full
        QStringList sources;   ///< models to show on the left
        DownloadClient* downloads = nullptr;  ///< fetches what a mix names of the hubs; null = nobody does
    };
    explicit MixPage(const Parts& parts, QWidget* parent = nullptr);
    ~MixPage() override;

    MixDocument& document() { return m_document; }
    ModelCatalog& catalog() { return m_catalog; }
    MixIntake& intake() { return m_intake; }
    MixFiles& files() { return m_files; }
    CardList& cards() { return *m_cards; }
    const std::vector<Check>& checks() const;

    void setSources(const QStringList& sources);
    void setStarter(const StarterKit& kit);
    const StarterKit& starter() const { return m_starter; }
    /// What Render would render; the probe asks about it while nobody has written another.
    void setDefaultPrompt(const QString& prompt);
    /// How mixtures that are begun from now on measure their gates; an untouched one follows.
    void setGateDefaults(const GateDefaults& gates);
    void setRecent(const QStringList& recipes);
    /// Who finds the same model at another place; see LibrarySources::twinOf().
    void setTwinFinder(std::function<QString(const QString& missing)> find);
    /// A finished render: how long one picture took.
    void learnPace(const RenderRequest& request, double seconds);
    /// Finished pictures, one of which may show the mixture when it is saved.
    PreviewSource& previews() { return m_previews; }

    // what menus and keys do
    void newMix();
    /// A new mix of these models with gate prompts to begin with; the first one is the base, too.
    void beginMixture(const QStringList& models);
    void openMix();
    void openFile(const QString& file);
    /// The same for who comes from another page: what is not saved is asked about; the file that is being edited here
    /// stays as it is.
    void openRecipe(const QString& file);
    void openStarter();
    void choosePicture();
    void save();
    void saveAs();
    void saveMixture();
    /// Publishes the saved mixture; asks for saving it first when the folder is not as it is here.
    void publish();
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
    /// Shows the card of the n-th expert that is on (-1 = none), or a block.
    void showPlace(int expert, const QString& block);
    /// The mixture that a picture tells, as one undo step. Its models are known by name: those of the list are put in.
    void takePicture(const QString& file, const PictureSettings& settings);
    void refusePicture(const QString& file);
    /// Models of hubs that the mix names and that are not here.
    QStringList missingReferences() const;
    /// The rules become the mix's own when `of` rendered this mix; otherwise that mix is offered.
    void keepPolicy(const RoutingPolicy& policy, const RenderRequest& of);

public Q_SLOTS:
    /// Ctrl+V anywhere on the page: a model or a link from the clipboard.
    void paste();

Q_SIGNALS:
    /// A recipe was opened or saved: for the list of recent ones.
    void recentAdded(const QString& file);
    /// What a picture says about its mixture: answered with takePicture() or refusePicture().
    void pictureWanted(const QString& file);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Work { Build, Predict, Save };
    void buildLayout();
    void buildMiddle();
    QWidget* buildMissing();
    void buildSide();
    void fillMenus();
    void connectDocument();
    void connectCards();
    void connectIntake();
    void connectFiles();
    void connectArrivals();
    void refreshMissing();
    void download(const QString& source);
    void connectJobs();
    void connectPanels();
    void refresh();
    /// For Navigator::mixCards().
    QStringList loraPlaces() const;
    void refreshChecks();
    void wantModels();
    void showHint(const QString& sentence, bool isRefusal);
    void complain(const QString& sentence, const std::vector<NoticeAct>& acts, const std::optional<Failure>& details);
    void showRefusal(DropRefusal refusal, const QString& sentence, const QString& source);
    void showRefusals(int added, const QStringList& refusals);
    void showFailure(const Failure& failure, Work work);
    void showFetchFailure(const QString& reference, const Failure& failure);
    std::vector<NoticeAct> remediesFor(const Failure& failure, Work work);
    std::vector<NoticeAct> hubRemedies(const Failure& failure, const QStringList& references, const NoticeAct& again);
    std::vector<NoticeAct> modelRemedies(const Failure& failure, const NoticeAct& again);
    std::optional<int> cardNamedIn(const Failure& failure) const;
    void repeat(Work work);
    void setPrecisionAndBuild(Precision precision);
    void buildWithTextGates();
    void act(const Check& check, const CheckAction& action);
    void actOnGates(const CheckAction& action);
    void showMisfits(const QString& lora, int card);
    void showFile(const QString& source);
    void showModelPage(const QString& source);
    void recheckModels();
    void pickFor(int card);
    void pickLora(int card);
    void locate(int card);
    void locateIn(int card, bool isFolder);
    void putInPlace(int card, const QString& source);
    void askBase(const QString& source, const std::vector<int>& misfits);
    void askReplace(int card, const QString& source);
    void withSaved(const std::function<void()>& then);
    MixRecipe newRecipe() const;
    void importFile(const QString& path);
    void openImport(const QString& yaml, const QString& folder);
    void importInto(const QString& yaml, const QString& folder);
    BuildRequest buildRequest() const;
    bool canBuild() const;
    void askSaveToPublish();
    void openSaveMixture(bool toPublish);
    void noteSaved(const MixReport& report);
    void startBuild();
    void predict(const QString& prompt);
    bool isOfThisMix(const RenderRequest& request) const;
    std::string inTheList(const std::string& name) const;
    void openMixOf(const RenderRequest& request, const std::function<void()>& then);
    /// Of the models in the mix: the catalog may know thousands.
    SourceInfos usedInfos() const;
    std::map<QString, QString> twins() const;
    void saveRecipeTo(const QString& file);
    QString suggestedFile(const QString& suffix) const;

    Theme& m_theme;
    Navigator& m_navigator;
    MixClient& m_client;
    MixJobs& m_jobs;
    QString m_saveFolder;
    QString m_renderFolder;
    MixDocument m_document;
    GateDefaults m_newGates;
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
    QString m_predictingPrompt;
    std::unique_ptr<MixArrivals> m_arrivals;  ///< null where nobody fetches
    DownloadNeed* m_downloadNeed = nullptr;   ///< likewise
    QFrame* m_missing = nullptr;
    QLabel* m_missingText = nullptr;
    std::set<QString> m_kept;  ///< checks the user has answered with Keep
    std::vector<Check> m_shownChecks;
    std::function<void()> m_afterSave;
    std::function<void()> m_afterOpen;
    std::function<QString(const QString&)> m_findTwin;
    RenderPace m_pace;
    PreviewSource m_previews;

    MixHeader* m_header = nullptr;
    SourceList* m_list = nullptr;
    CardList* m_cards = nullptr;
    LayerPanel* m_layers = nullptr;
    NoticeBar* m_hint = nullptr;
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
    QPointer<ImportDialog> m_import;
    MixRecipe m_saving;                       ///< of the mixture that is being saved
    std::optional<MixRecipe> m_savedMixture;  ///< of the one that lies in m_savedFolder
    QString m_savedFolder;
    bool m_hasPrompt = false;       ///< Render has told its own
    bool m_publishesSaved = false;  ///< saving was asked for by publish()
};

}  // namespace segmoe::ui
