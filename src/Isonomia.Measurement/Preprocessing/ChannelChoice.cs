using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>Which channels of a recording are considered.</summary>
internal static class ChannelChoice
{
    /// <summary>The channels asked for by name, else by the setting; in file order.</summary>
    public static (IReadOnlyList<int> Channels, string Outcome) Choose(Recording recording, IReadOnlyList<string> names,
        string setting)
    {
        if (names.Count > 0)
        {
            var named = names.Select(n => Index(recording, n)).Distinct().Order().ToArray();
            return (named, $"{named.Length} of {recording.Channels.Count} channels, by name");
        }

        bool Wanted(Channel c) => setting switch
        {
            "neural" => c.Type.IsNeural(),
            "all" => c.Type != ChannelType.Stimulus,
            _ => Labels(setting).Contains(c.Type.Label()),
        };
        var all = Enumerable.Range(0, recording.Channels.Count).Where(i => recording.Channels[i].Samples > 0).ToArray();
        var chosen = all.Where(i => Wanted(recording.Channels[i])).ToArray();
        if (chosen.Length == 0 && setting == "neural")
        {
            chosen = [.. all.Where(i => recording.Channels[i].Type != ChannelType.Stimulus)];
            return (chosen, $"{chosen.Length} channels: none is known to be neural, so all but triggers");
        }

        if (chosen.Length == 0)
        {
            throw new BadInputException(recording.Header.Path, $"no channel is of type {setting}; it has "
                + string.Join(", ", recording.Channels.GroupBy(c => c.Type.Label()).Select(g => $"{g.Count()} {g.Key}")));
        }

        return (chosen, $"{chosen.Length} of {recording.Channels.Count} channels ({setting})");
    }

    /// <summary>The channel of that name.</summary>
    /// <exception cref="BadInputException">There is none.</exception>
    public static int Index(Recording recording, string name) => recording.IndexOf(name) is >= 0 and var index
        ? index
        : throw new BadInputException(recording.Header.Path, $"there is no channel '{name}'"
            + Suggestion.For(name, recording.Channels.Select(c => c.Name))
            + $" It has {recording.Channels.Count}: " + string.Join(", ", recording.Channels.Take(80).Select(c => c.Name)));

    private static string[] Labels(string setting)
    {
        var known = Enum.GetValues<ChannelType>().Select(t => t.Label()).ToArray();
        var labels = setting.ToLowerInvariant().Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var label in labels)
        {
            if (!known.Contains(label))
            {
                throw new SettingException($"{PreprocessingSettings.Channels.Key}={setting}: there is no channel type "
                    + $"'{label}'{Suggestion.For(label, known)} (neural, all, or {string.Join(", ", known)})");
            }
        }

        return labels;
    }
}
