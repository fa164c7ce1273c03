// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/standin/certificate.h"

#include <stdexcept>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace segmoe::standin {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

constexpr long kDay = 24 * 3600;

void need(bool isGood, const char* what) {
    if (!isGood) throw std::runtime_error(std::string("stand-in certificate: ") + what);
}

Key newKey() {
    Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    need(key != nullptr, "no key");
    return key;
}

void addExtension(X509* certificate, X509* issuer, int kind, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    need(extension && X509_add_ext(certificate, extension, -1) == 1, value);
    X509_EXTENSION_free(extension);
}

/// Version 3, valid between two times relative to now.
Certificate newCertificate(EVP_PKEY* key, const char* name, long from, long until) {
    static long serial = 1000;
    Certificate certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), from);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), until);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    return certificate;
}

}  // namespace

struct Authority::State {
    Key key = newKey();
    Certificate certificate = newCertificate(key.get(), "stand-in authority", -kDay, 30 * kDay);
};

Authority::Authority() : m_state(std::make_unique<State>()) {
    X509* own = m_state->certificate.get();
    X509_set_issuer_name(own, X509_get_subject_name(own));
    addExtension(own, own, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(own, own, NID_subject_key_identifier, "hash");
    need(X509_sign(own, m_state->key.get(), EVP_sha256()) > 0, "not signed");
}

Authority::~Authority() = default;

void Authority::writeTo(const std::filesystem::path& file) const {
    BIO* out = BIO_new_file(file.c_str(), "w");
    need(out && PEM_write_bio_X509(out, m_state->certificate.get()) == 1, "not written");
    BIO_free(out);
}

std::shared_ptr<ssl_ctx_st> Authority::serverContext(Kind kind) const {
    const bool isExpired = kind == Kind::Expired;
    const Key key = newKey();
    const Certificate leaf = newCertificate(key.get(), "stand-in server", isExpired ? -20 * kDay : -kDay,
                                            isExpired ? -10 * kDay : 10 * kDay);
    X509* issuer = m_state->certificate.get();
    X509_set_issuer_name(leaf.get(), X509_get_subject_name(issuer));
    addExtension(leaf.get(), issuer, NID_basic_constraints, "CA:FALSE");
    addExtension(leaf.get(), issuer, NID_subject_alt_name,
                 kind == Kind::OtherHost ? "DNS:other.example" : "IP:127.0.0.1,DNS:localhost");
    need(X509_sign(leaf.get(), m_state->key.get(), EVP_sha256()) > 0, "not signed");
    std::shared_ptr<ssl_ctx_st> context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    need(context && SSL_CTX_use_certificate(context.get(), leaf.get()) == 1 &&
             SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1,
         "no context");
    return context;
}

std::shared_ptr<ssl_ctx_st> Authority::oldContext() const {
    auto context = serverContext();
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context.get(), TLS1_VERSION);
    return context;
}

}  // namespace segmoe::standin
