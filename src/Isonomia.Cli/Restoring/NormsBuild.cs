using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Locating;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Files;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Individuals;

namespace Isonomia.Cli.Restoring;

/// <summary>Learns a healthy range from a folder of recordings.</summary>
internal static class NormsBuild
{
    private const int Draws = 64;
    private static readonly string[] Extensions =
        [".edf", ".bdf", ".vhdr", ".set", ".fif", ".npy", ".mat", ".csv", ".tsv", ".xdf", ".nwb"];

    public static int Run(string folder, string? only, string? channel, string output, long seed)
    {
        using var interruption = new Interruption();
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Extensions.Contains(Path.GetExtension(f).ToLowerInvariant()))
            .Where(f => only is null || Path.GetFileName(f).Contains(only, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
            throw new BadInputException(folder, "no recordings were found" + (only is null ? "" : $" whose name contains '{only}'"));
        var (rows, persons, failed) = (new List<double[]>(), 0, 0);
        foreach (var file in files)
        {
            try
            {
                rows.AddRange(Features(file, channel, seed, interruption.Token));
                persons++;
                Terminal.Say($"located {Path.GetFileName(file)} ({persons} of {files.Length})");
            }
            catch (Exception e) when (e is BadInputException or LocatingException or IOException)
            {
                failed++;
                Terminal.Say("left out: " + e.Message);
            }
        }

        if (persons < 4)
            throw new BadInputException(folder, $"{persons} persons could be located; at least 4 are needed");
        var range = HealthyRange.Of(SpectralFeatures.Names, rows, persons,
            $"{persons} recordings of healthy persons in {Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))}, "
            + "with what is uncertain about each");
        AtomicFile.Write(output, stream => HealthFile.Write(stream, range));
        for (var i = 0; i < range.Names.Length; i++)
        {
            var (low, high) = range.Range(i);
            Console.WriteLine(FormattableString.Invariant($"{range.Names[i],-14} {range.Mean[i],8:0.000}  95 %: {low:0.000} to {high:0.000}"));
        }

        Terminal.Say($"norms: {output}");
        return failed > 0 ? ExitCode.SomeInputsFailed : ExitCode.Done;
    }

    // Each person weighs alike: so many draws of where the person may stand.
    private static double[][] Features(string file, string? channel, long seed, CancellationToken cancel)
    {
        using var recording = RecordingFile.Open(file);
        var located = new RecordingLocator(LocateSettings.Default, CorticothalamicModel.Instance, new LocateOptions { Seed = seed })
            .Locate(recording, (channel ?? RhythmicChannel.Of(recording)) is { } by ? [by] : [], null, cancel);
        var found = located.Channels.FirstOrDefault(c => c.Posterior is not null)
            ?? throw new BadInputException(file, "no channel could be located: "
                + string.Join("; ", located.Channels.Select(c => $"{c.Channel.Name}: {c.WhyNot}")));
        if (LocatedIndividual.WhyNot(found.Posterior!) is { } whyNot)
            throw new BadInputException(file, $"channel {found.Channel.Name} could not be located: {whyNot}");
        return SpectralFeatures.OfIndividual(LocatedIndividual.Of(found.Channel.Name, found.Posterior!, Draws));
    }
}
