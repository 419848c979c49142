package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.SecretFacts;
import dev.breakwater.engine.model.Secret;

/** What may be told of a secret. */
final class SecretMapping {

    private SecretMapping() {}

    static SecretFacts toWire(Secret secret) {
        SecretFacts.Builder wire = SecretFacts.newBuilder()
                .setMeta(MetaMapping.toWire(secret.meta()))
                .setType(Bounds.name("SecretFacts.type", secret.type()))
                .addAllKeys(Bounds.names("SecretFacts.keys", secret.keys()))
                .addAllRegistries(Bounds.names("SecretFacts.registries", secret.registries()));
        Bounds.list("SecretFacts.certificates", secret.certificates())
                .forEach(certificate -> wire.addCertificates(toWire(certificate)));
        return wire.build();
    }

    static Secret fromWire(SecretFacts wire) {
        return new Secret(
                MetaMapping.fromWire("SecretFacts.meta", wire.hasMeta(), wire.getMeta()),
                Bounds.name("SecretFacts.type", wire.getType()),
                Bounds.names("SecretFacts.keys", wire.getKeysList()),
                Bounds.list("SecretFacts.certificates", wire.getCertificatesList()).stream()
                        .map(SecretMapping::fromWire)
                        .toList(),
                Bounds.names("SecretFacts.registries", wire.getRegistriesList()));
    }

    private static SecretFacts.Certificate toWire(Secret.Certificate certificate) {
        SecretFacts.Certificate.Builder wire = SecretFacts.Certificate.newBuilder()
                .setKey(Bounds.name("Certificate.key", certificate.key()))
                .setSubject(Bounds.name("Certificate.subject", certificate.subject()))
                .setIssuer(Bounds.name("Certificate.issuer", certificate.issuer()));
        if (certificate.notBefore() != null) {
            wire.setNotBefore(MetaMapping.toWire("Certificate.not_before", certificate.notBefore()));
        }
        if (certificate.notAfter() != null) {
            wire.setNotAfter(MetaMapping.toWire("Certificate.not_after", certificate.notAfter()));
        }
        return wire.build();
    }

    private static Secret.Certificate fromWire(SecretFacts.Certificate wire) {
        return new Secret.Certificate(
                Bounds.name("Certificate.key", wire.getKey()),
                Bounds.name("Certificate.subject", wire.getSubject()),
                Bounds.name("Certificate.issuer", wire.getIssuer()),
                wire.hasNotBefore() ? MetaMapping.fromWire("Certificate.not_before", wire.getNotBefore()) : null,
                wire.hasNotAfter() ? MetaMapping.fromWire("Certificate.not_after", wire.getNotAfter()) : null);
    }
}
