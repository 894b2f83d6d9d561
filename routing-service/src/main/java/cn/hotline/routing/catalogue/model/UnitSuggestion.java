package cn.hotline.routing.catalogue.model;

/**
 * One unit the catalogue names.
 *
 * @param ruleId the catalogue entry that named it
 * @param ruleVersion the version of the catalogue
 * @param reason a Chinese sentence with the legal basis
 */
public record UnitSuggestion(
        String code, String name, UnitRole role, String ruleId, String ruleVersion, String reason) {

    public UnitSuggestion as(UnitRole other) {
        return new UnitSuggestion(code, name, other, ruleId, ruleVersion, reason);
    }
}
