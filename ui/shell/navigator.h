// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QObject>
#include <QString>
#include <QStringList>

#include "core/domain/picture_settings.h"
#include "core/domain/routing_policy.h"
#include "ui/shell/page_id.h"

namespace segmoe::ui {

/// Which parts of a picture's settings fill the render form.
enum class RecallPart { All, Prompt, Seed, Size, Remix };

/// How a page asks for something that another page does. The window listens, shows the page and passes it on; a page
/// knows no other page.
class Navigator : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// What a model must be to fit the mixture that is open: "sd1", "sd2", "sdxl"; empty = none is, or another.
    const QString& mixArchitecture() const { return m_mixArchitecture; }
    void setMixArchitecture(const QString& architecture) {
        if (m_mixArchitecture == architecture) return;
        m_mixArchitecture = architecture;
        Q_EMIT mixArchitectureChanged(architecture);
    }
    /// What a LoRA can be laid over in the mixture that is open: its base, then its cards; empty = there is no base.
    const QStringList& mixCards() const { return m_mixCards; }
    void setMixCards(const QStringList& cards) { m_mixCards = cards; }

Q_SIGNALS:
    void mixArchitectureChanged(const QString& architecture);
    void pageWanted(segmoe::ui::PageId page);
    /// Mix opens a recipe file or a mixture folder.
    void recipeWanted(const QString& path);
    /// Mix begins a mixture with these models as experts; the first one is its base, too.
    void newMixtureWanted(const QStringList& models);
    /// Mix takes a model as base or adds it as an expert.
    void baseWanted(const QString& model);
    void expertWanted(const QString& model);
    /// Mix lays a LoRA over one of mixCards().
    void loraWanted(const QString& model, int card);
    /// Render chooses a model.
    void modelWanted(const QString& model);
    void recallWanted(const segmoe::PictureSettings& settings, segmoe::ui::RecallPart part);
    /// Render takes what a picture file says about its making, or the picture as the one to start from.
    void pictureRecallWanted(const QString& file);
    void startImageWanted(const QString& file);
    /// Mix takes the mixture of a picture file, as one undo step.
    void pictureMixWanted(const QString& file);
    /// Render chooses the unsaved mixture of the Mix page.
    void mixWanted(const segmoe::MixRecipe& recipe);
    /// The mixture of the Mix page has changed.
    void mixEdited(const segmoe::MixRecipe& recipe);
    /// Mix stores this expert control as the default of the mixture, as one undo step. `of`: the render it belongs to;
    /// when another mixture is open, Mix offers to open that one.
    void mixPolicyWanted(const segmoe::RoutingPolicy& policy, const segmoe::RenderRequest& of);
    /// Mix shows the card of an expert, counted among those that are on (-1 = none), or a block ("D1.A0.T3").
    void mixPlaceWanted(int expert, const QString& block);
    /// Routing shows the expert control of the next render, on a capture of its mixture.
    void expertControlWanted();
    /// Render uses this expert control until it is cleared.
    void policyWanted(const segmoe::RoutingPolicy& policy);
    /// The gallery keeps the star of a picture file.
    void starWanted(const QString& file, bool starred);
    /// A picture file has a star now, or none any more.
    void pictureStarred(const QString& file, bool starred);
    /// Render takes steps and guidance that few-step models want, as an undoable step.
    void fewStepsWanted();
    /// Render fills its form with a whole request, as an undoable step.
    void requestWanted(const segmoe::RenderRequest& request);
    /// Render shows the last picture of a job of the queue (QueueId).
    void resultWanted(quint64 job);
    /// Routing opens a capture: the id of one in memory, or a file.
    void captureWanted(const QString& capture);
    /// Library shows the downloads.
    void downloadsWanted();
    /// A model of a hub ("owner/name", "civitai:VERSION", a link) is to be fetched; Library shows the downloads.
    void hubModelWanted(const QString& reference);
    /// What getting these models of the hubs takes is shown, and got when that is wanted; `unknown`: names of others
    /// that are missing too.
    void missingWanted(const QStringList& references, const QStringList& unknown);
    /// A model of a hub is on this disk now.
    void modelArrived(const QString& reference, const QString& place);
    /// The access tokens, those of a site first: "hf", "civitai" or nothing.
    void tokensWanted(const QString& site);
    /// The hubs are asked again: working offline ends; what getting these models takes is shown then.
    void onlineWanted(const QStringList& references);
    /// A page of the web, in the person's own browser.
    void webPageWanted(const QString& address);
    /// Render needs less memory from now on: "tiled", "halves", "batch1", "smaller" (memory_remedies.h), as an undoable
    /// step.
    void memorySavingWanted(const QString& remedy);
    /// What the prompt box of Render holds now.
    void promptEdited(const QString& prompt);
    /// Library searches the hubs.
    void hubSearchWanted(const QString& text);
    /// Library shows the model of a hub that a link, a reference or the digest of a file ("sha256:HEX") names.
    void hubLinkWanted(const QString& text);
    /// Library offers the folders of models on this computer.
    void modelFoldersWanted();
    /// Library lists the models of a folder from now on.
    void modelFolderWanted(const QString& folder);
    /// Library lists the models with this name.
    void modelSearchWanted(const QString& name);
    /// Library shows a model.
    void modelDetailWanted(const QString& model);
    /// Gallery selects a picture.
    void pictureWanted(const QString& file);
    /// A saved mixture is to be published on Hugging Face; empty = one is to be chosen.
    void publishWanted(const QString& folder);
    /// Settings shows a section: "device", "shortcuts", "images"…
    void settingsWanted(const QString& section);
    /// The page wants to be looked at: a dot in the navigation rail.
    void attention(segmoe::ui::PageId page);
    /// Name of the mix document for the window's title.
    void documentChanged(const QString& name, bool modified);
    /// The window closes now: pages store what they want to find again.
    void windowClosing();
    /// One line for the status bar.
    void message(const QString& sentence);
    /// A short notice with one button; `action` is called at most once, while `context` lives.
    void toast(const QString& sentence, const QString& button, QObject* context, const std::function<void()>& action);

private:
    QString m_mixArchitecture;
    QStringList m_mixCards;
};

}  // namespace segmoe::ui
