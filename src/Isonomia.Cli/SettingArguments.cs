using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Isonomia.Cli;

/// <summary>Settings as a user gives them: a configuration file, then <c>--set key=value</c> over it.</summary>
internal static class SettingArguments
{
    /// <summary>Applies one <c>key=value</c>.</summary>
    public static MeasureSettings Apply(MeasureSettings settings, string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? settings.With(pair[..at].Trim(), pair[(at + 1)..])
            : throw new SettingException($"--set {pair}: write key=value, as in --set aperiodic.range=2:40");
    }

    /// <summary>Applies a YAML file, whose keys are the same, written flat or nested.</summary>
    public static MeasureSettings ApplyFile(MeasureSettings settings, string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents.Count == 0)
                return settings;
            return Flatten("", yaml.Documents[0].RootNode).Aggregate(settings, (s, pair) =>
            {
                try
                {
                    return s.With(pair.Key, pair.Value);
                }
                catch (SettingException e)
                {
                    throw new BadInputException(path, $"line {pair.Line}: {e.Message}", e);
                }
            });
        }
        catch (YamlException e)
        {
            throw new BadInputException(path, $"line {e.Start.Line}: this is not valid YAML: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(path, "the configuration could not be read: " + e.Message, e);
        }
    }

    private static IEnumerable<(string Key, string Value, long Line)> Flatten(string prefix, YamlNode node)
    {
        if (node is YamlMappingNode map)
        {
            return map.Children.SelectMany(child =>
                Flatten(prefix.Length == 0 ? child.Key.ToString() : $"{prefix}.{child.Key}", child.Value));
        }

        // A list of two numbers is an interval, as YAML's own habits suggest.
        var text = node is YamlSequenceNode list ? string.Join(':', list.Children) : ((YamlScalarNode)node).Value ?? "";
        return [(prefix, text, node.Start.Line)];
    }
}
