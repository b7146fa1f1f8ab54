import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;

/** One node in one process, for the tests: java -cp 'lib/*' OneNode.java name=value … */
final class OneNode extends Node {
    private OneNode(Settings settings, List<Class<? extends Plugin>> plugins) {
        super(
            InternalSettingsPreparer.prepareEnvironment(
                settings, Map.of(), Path.of(settings.get("path.home"), "config"), () -> settings.get("node.name")),
            plugins.stream().map(plugin -> new PluginInfo(
                plugin.getName(), "of the class path", "1", Version.CURRENT, "21", plugin.getName(), null, List.of(), false)
            ).toList(),
            false);
    }

    public static void main(String[] given) throws Exception {
        Settings.Builder settings = Settings.builder();
        for (String one : given) {
            String[] pair = one.split("=", 2);
            if (pair[1].contains(",")) {
                settings.putList(pair[0], pair[1].split(","));
            } else {
                settings.put(pair[0], pair[1]);
            }
        }
        new OneNode(settings.build(), List.of(
            org.opensearch.transport.Netty4ModulePlugin.class,
            org.opensearch.analysis.common.CommonAnalysisModulePlugin.class,
            org.opensearch.painless.PainlessModulePlugin.class,
            org.opensearch.index.mapper.MapperExtrasModulePlugin.class,
            org.opensearch.index.reindex.ReindexModulePlugin.class)).start();
        // It ends with the process that started it, however that ends.
        while (System.in.read() >= 0) { }
        Runtime.getRuntime().halt(0);
    }
}
