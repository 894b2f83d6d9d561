package cn.hotline.intake.callers;

import reactor.core.publisher.Mono;

/** 密钥凭证: what the store knows of the keys its documents were sealed with, without knowing the keys. */
public interface KeyWitness {

    /** What was {@link #keep kept}; empty in a new store. */
    Mono<Proof> proof();

    Mono<Void> keep(Proof proof);

    /** Whether anything was sealed yet. */
    Mono<Boolean> hasDocuments();

    /**
     * @param wrapped a known text under the wrapping key then in force
     * @param hash of a number nobody has, under the finding key then in force
     */
    record Proof(byte[] wrapped, String hash) {}
}
