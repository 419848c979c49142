package dev.breakwater.scanner.sbom;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.BomReference;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Composition;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.metadata.ToolInformation;

/** CycloneDX 1.6 in JSON. */
final class CycloneDxWriter {

    private static final String IMAGE = "image";

    private CycloneDxWriter() {}

    static void write(BillWriter.Bill bill, OutputStream to) throws IOException {
        Bom bom = new Bom();
        bom.setSerialNumber("urn:uuid:" + bill.serial());
        bom.setVersion(1);
        bom.setMetadata(metadata(bill));
        List<Component> components = new ArrayList<>();
        if (bill.contents().os() != null) {
            components.add(operatingSystem(bill.contents().os()));
        }
        Map<String, Integer> references = new HashMap<>();
        Map<InstalledPackage, String> named = new HashMap<>();
        for (InstalledPackage each : bill.packages()) {
            Component component = component(each, references);
            named.put(each, component.getBomRef());
            components.add(component);
        }
        bom.setComponents(components);
        if (!bill.matches().isEmpty()) {
            bom.setVulnerabilities(CycloneDxVulnerabilities.of(bill.matches(), named));
        }
        Composition whole = new Composition();
        whole.setAggregate(
                bill.contents().isComplete() ? Composition.Aggregate.COMPLETE : Composition.Aggregate.INCOMPLETE);
        whole.addAssembly(new BomReference(IMAGE));
        bom.setCompositions(List.of(whole));
        try {
            to.write(BomGeneratorFactory.createJson(Version.VERSION_16, bom)
                    .toJsonString(true)
                    .getBytes(StandardCharsets.UTF_8));
        } catch (GeneratorException impossible) {
            throw new IOException("The bill of materials could not be written", impossible);
        }
    }

    private static Metadata metadata(BillWriter.Bill bill) {
        Component tool = new Component();
        tool.setType(Component.Type.APPLICATION);
        tool.setName(bill.program());
        tool.setVersion(bill.version());
        ToolInformation tools = new ToolInformation();
        tools.setComponents(List.of(tool));
        Component image = new Component();
        image.setType(Component.Type.CONTAINER);
        image.setBomRef(IMAGE);
        image.setName(bill.imageName());
        if (!bill.contents().digest().isEmpty()) {
            image.setVersion(bill.contents().digest());
        }
        addProperties(image, ImageProperties.of(bill.contents()));
        Metadata metadata = new Metadata();
        metadata.setTimestamp(Date.from(bill.scannedAt()));
        metadata.setToolChoice(tools);
        metadata.setComponent(image);
        return metadata;
    }

    private static Component operatingSystem(OperatingSystem os) {
        Component component = new Component();
        component.setType(Component.Type.OPERATING_SYSTEM);
        component.setBomRef("operating-system");
        component.setName(os.id());
        component.setVersion(os.version());
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(ImageProperties.CODENAME, os.codename());
        properties.put(ImageProperties.PRETTY_NAME, os.prettyName());
        addProperties(component, properties);
        return component;
    }

    private static Component component(InstalledPackage one, Map<String, Integer> references) {
        Component component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setBomRef(reference(one, references));
        component.setName(one.name());
        component.setVersion(one.version());
        if (!one.purl().isEmpty()) {
            component.setPurl(one.purl());
        }
        addProperties(component, ComponentProperties.of(one));
        return component;
    }

    /** Its package URL, with a number if others have the same. */
    private static String reference(InstalledPackage one, Map<String, Integer> references) {
        String wanted =
                one.purl().isEmpty() ? one.type().purlType() + ":" + one.name() + "@" + one.version() : one.purl();
        int count = references.merge(wanted, 1, Integer::sum);
        return count == 1 ? wanted : wanted + "#" + count;
    }

    private static void addProperties(Component component, Map<String, String> properties) {
        properties.forEach((name, value) -> {
            Property property = new Property();
            property.setName(name);
            property.setValue(Escapes.escaped(value));
            component.addProperty(property);
        });
    }
}
