// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/hf_answers.h"

#include "core/hub/answer_fields.h"
#include "core/hub/hub_names.h"

namespace segmoe::hub {

namespace {

using nlohmann::json;

std::vector<std::string> textsOf(const AnswerFields& fields, const char* key) {
    std::vector<std::string> texts;
    for (const json& value : fields.array(key)) {
        if (!value.is_string()) fields.refuse(std::string(key) + " holds something that is no text");
        texts.push_back(value.get<std::string>());
    }
    return texts;
}

/// A model card may name one licence or several; the tag "license:…" is there too where the card was not asked for.
std::string licenseOf(const AnswerFields& fields, const std::vector<std::string>& tags) {
    const json& card = fields.field("cardData");
    if (card.is_object()) {
        const auto found = card.find("license");
        if (found != card.end() && found->is_string()) return found->get<std::string>();
        if (found != card.end() && found->is_array() && !found->empty() && found->front().is_string())
            return found->front().get<std::string>();
    }
    for (const std::string& tag : tags)
        if (tag.starts_with("license:")) return tag.substr(8);
    return {};
}

/// A card is written by people: what has another form than it should have is passed over.
std::string cardText(const json& object, const char* key) {
    if (!object.is_object()) return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// "widget": [{"output": {"url": …}}], of the card or as the hub has read it, and "thumbnail".
std::vector<std::string> picturesOf(const AnswerFields& fields) {
    std::vector<std::string> pictures;
    const json& card = fields.field("cardData");
    const auto addWidgets = [&](const json& list) {
        if (!list.is_array()) return;
        for (const json& widget : list) {
            const json* output = widget.is_object() && widget.contains("output") ? &widget.at("output") : nullptr;
            if (output && !cardText(*output, "url").empty()) pictures.push_back(cardText(*output, "url"));
        }
    };
    if (card.is_object() && card.contains("widget")) addWidgets(card.at("widget"));
    if (pictures.empty()) addWidgets(fields.field("widgetData"));
    if (const std::string thumbnail = cardText(card, "thumbnail"); !thumbnail.empty()) pictures.push_back(thumbnail);
    return pictures;
}

std::vector<std::string> siblingsOf(const AnswerFields& fields) {
    std::vector<std::string> paths;
    for (const json& sibling : fields.array("siblings"))
        if (std::string path = cardText(sibling, "rfilename"); !path.empty()) paths.push_back(std::move(path));
    return paths;
}

RepoInfo repoInfo(const json& value, const std::string& source) {
    const AnswerFields fields(value, source);
    RepoInfo info;
    info.id = fields.text("id", fields.text("modelId"));
    if (!isRepoId(info.id)) fields.refuse("a repository name that is none");
    info.commit = fields.text("sha");
    if (!info.commit.empty() && !isCommit(info.commit)) fields.refuse("a commit that is none");
    const json& gated = fields.field("gated");  // false, "auto" or "manual"
    info.isGated = gated.is_string() || (gated.is_boolean() && gated.get<bool>());
    info.isPrivate = fields.flag("private");
    info.isDisabled = fields.flag("disabled");
    info.tags = textsOf(fields, "tags");
    info.license = licenseOf(fields, info.tags);
    info.pipelineTag = fields.text("pipeline_tag");
    info.libraryName = fields.text("library_name");
    info.lastModified = fields.text("lastModified");
    info.downloads = fields.count("downloads");
    info.likes = fields.count("likes");
    info.files = siblingsOf(fields);
    info.pictures = picturesOf(fields);
    info.triggerWords = cardText(fields.field("cardData"), "instance_prompt");
    return info;
}

RepoFile repoFile(const json& value, const std::string& source) {
    const AnswerFields fields(value, source);
    RepoFile file;
    file.path = fields.text("path");
    file.size = static_cast<std::uint64_t>(fields.count("size"));
    file.gitId = fields.text("oid");
    if (!isCommit(file.gitId)) fields.refuse("the object id of a file is none");
    if (!fields.has("lfs")) return file;
    const AnswerFields lfs = fields.object("lfs");
    file.sha256 = lfs.text("oid");
    if (file.sha256.size() != 64 || !isEtag(file.sha256)) lfs.refuse("the SHA-256 of a file is none");
    file.size = static_cast<std::uint64_t>(lfs.count("size", static_cast<std::int64_t>(file.size)));
    return file;
}

}  // namespace

RepoInfo parseRepoInfo(std::string_view text, const std::string& source) {
    return repoInfo(parseObject(text, source), source);
}

std::vector<RepoInfo> parseRepoList(std::string_view text, const std::string& source) {
    std::vector<RepoInfo> list;
    for (const json& value : parseArray(text, source)) list.push_back(repoInfo(value, source));
    return list;
}

std::vector<RepoFile> parseTree(std::string_view text, const std::string& source) {
    std::vector<RepoFile> files;
    for (const json& value : parseArray(text, source))
        if (AnswerFields(value, source).text("type") == "file") files.push_back(repoFile(value, source));
    return files;
}

HubIdentity parseIdentity(std::string_view text, const std::string& source) {
    const json answer = parseObject(text, source);
    const AnswerFields fields(answer, source);
    HubIdentity identity;
    identity.name = fields.text("name");
    if (identity.name.empty()) fields.refuse("nobody's name");
    for (const json& organization : fields.array("orgs"))
        identity.organizations.push_back(AnswerFields(organization, source).text("name"));
    identity.tokenRole = fields.object("auth").object("accessToken").text("role");
    return identity;
}

}  // namespace segmoe::hub
