using Isonomia.Measurement.Recordings;

namespace Isonomia.Cli.Restoring;

/// <summary>
/// The channel to restore by where none was named. What health is hangs on the alpha rhythm, which is seen from the vertex
/// backwards and not at the forehead: in recordings without Cz, a posterior electrode or pair is better than the first channel.
/// </summary>
internal static class RhythmicChannel
{
    private static readonly string[] Posterior = ["pz", "oz", "poz", "o1", "o2", "p3", "p4"];

    /// <summary>Its name; null where the first good channel is as good as any.</summary>
    public static string? Of(Recording recording)
    {
        var names = recording.Channels.Where(c => c.Type == ChannelType.Eeg).Select(c => c.Name).ToArray();
        if (names.Any(n => Electrodes(n) is ["cz"]))
            return null;
        return Posterior.Select(p => names.FirstOrDefault(n => Electrodes(n) is [var first, ..] && first == p))
            .FirstOrDefault(n => n is not null);
    }

    // "EEG Pz-Oz" is a pair, "Pz.." and "EEG Pz-REF" are one electrode.
    private static string[] Electrodes(string name) =>
    [
        .. name.ToLowerInvariant().Replace("eeg", "", StringComparison.Ordinal)
            .Split('-', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(e => e.Trim('.', ' ')).Where(e => e is not ("ref" or "le" or "avg")),
    ];
}
