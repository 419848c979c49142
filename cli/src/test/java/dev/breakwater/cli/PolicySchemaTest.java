package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicySchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema of policy documents takes what the engine takes, and names what it does not. */
class PolicySchemaTest {

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonMapper.shared().readTree(PolicySchema.json()));

    @Test
    void takesEveryBuiltInPolicy() {
        for (Policy policy : PolicyFiles.builtIn()) {
            JsonNode document = JsonMapper.shared()
                    .readTree(PolicyDocument.toJson(List.of(policy)))
                    .get(0);
            assertThat(schema.validate(document)).as(policy.name()).isEmpty();
        }
    }

    @Test
    void namesWhatIsWrong() {
        String wrong = """
                {"id":"1","name":"","severity":"URGENT","stages":[],"colour":"red",
                 "sections":[{"groups":[{"criterion":"Privileged","values":[]}]}]}
                """;
        assertThat(schema.validate(JsonMapper.shared().readTree(wrong)))
                .extracting(Error::getInstanceLocation)
                .extracting(Object::toString)
                .contains(
                        "/id",
                        "/name",
                        "/severity",
                        "/stages",
                        "/sections/0/groups/0/criterion",
                        "/sections/0/groups/0/values");
    }
}
