using System.Text.Json;
using Isonomia.Cli.Cohorts;
using Isonomia.Inference.Cohorts;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Cohorts;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Cohorts;
using Isonomia.Reporting.Locating;

namespace Isonomia.Cli.Locating;

/// <summary>
/// <c>isonomia locate BIDS_DIR</c>: every recording of a data set, several at once, each kept as soon as it is done; one table
/// of all, and groups compared with each posterior's width.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="settings">Every setting in force.</param>
/// <param name="options">How posteriors are sampled.</param>
/// <param name="channels">The channels asked for.</param>
/// <param name="command">The command line.</param>
internal sealed class LocateCohort(
    SpectralModel model, MeasureSettings settings, LocateOptions options, string[] channels, string command)
{
    private const string Schema = "isonomia.located/1";

    /// <summary>Locates a data set.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="where">Conditions on entities.</param>
    /// <param name="by">A column of participants.tsv to compare by; null for none.</param>
    /// <param name="output">Where results go; null for <c>derivatives/isonomia</c> within the data set.</param>
    public int Run(string path, IReadOnlyList<string> where, string? by, string? output)
    {
        var dataset = BidsDataset.Open(path);
        foreach (var warning in dataset.Warnings)
            Terminal.Say("warning: " + warning);
        var files = CohortRun.Chosen(dataset, where);
        // Before hours of locating: is there such a column?
        var known = by is null ? null : dataset.Participants.Column(by);
        var results = new DerivativeFolder(output ?? Path.Combine(dataset.Folder, "derivatives", "isonomia"), dataset);
        results.Begin(command);
        using var interruption = new Interruption();
        var found = new (LocatedFile? Found, string? Failure)[files.Length];
        try
        {
            using var progress = new CohortProgress(files, "located");
            var threads = new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Clamp(options.Threads, 1, files.Length),
                CancellationToken = interruption.Token,
            };
            Parallel.For(0, files.Length, threads, i =>
            {
                bool kept;
                (found[i], kept) = Located(dataset, results, files[i], interruption.Token);
                progress.Finished(new FileOutcome(files[i], null, kept, found[i].Failure));
            });
        }
        catch (OperationCanceledException)
        {
            Terminal.Say($"interrupted; located recordings are kept in {results.Path}, and the same command goes on from there");
            return ExitCode.Interrupted;
        }

        var located = files.Zip(found, (f, r) => (f.Relative, f.Participant, r.Found, r.Failure)).ToArray();
        (string, LocatedQuantity)[] numbers =
            [.. located.SelectMany(l => (l.Found?.Quantities ?? []).Select(q => (l.Participant, q)))];
        var design = known is null ? null : CohortDesign.By(by!, known, numbers.Select(n => n.Item1));
        var cohort = new LocatedCohort(dataset.Name, model, located, design,
            design is null ? [] : GroupEffect.Of(design, numbers, LocatedCohort.Main(model)), command);
        LocatedCohortTsv.Write(results.Path, cohort);
        LocatedCohortReport.Write(Path.Combine(results.Path, "located.html"), cohort);
        return Told(cohort, results.Path);
    }

    private static int Told(LocatedCohort cohort, string folder)
    {
        foreach (var (recording, _, found, failure) in cohort.Files)
        {
            if (failure is not null)
                Terminal.Say($"  {recording}: {failure}");
            foreach (var why in found?.Unlocated ?? [])
                Terminal.Say($"  {recording}: not located: {why}");
        }

        if (cohort.Design is { } design)
        {
            var table = new TextTable(design.Title, "effect", "95 % interval", "p", "q");
            var main = LocatedCohort.Main(cohort.Model);
            foreach (var effect in cohort.Effects.Where(e => e.Fit is not null && main.Contains(e.Quantity)))
            {
                var slope = effect.Fit!.Slope!.Value;
                table.Add(effect.Quantity, $"{slope.Estimate:G3}", $"{slope.Lower:G3} to {slope.Upper:G3}",
                    $"{effect.Fit.P:G2}", $"{effect.Q:G2}");
            }

            table.Print(Console.Out);
        }

        var good = cohort.Files.Count(f => f.Found?.Quantities.Count > 0);
        Terminal.Say($"{good} of {cohort.Files.Count} recordings located; all numbers: {Path.Combine(folder, "located.tsv")}; report: "
            + Path.Combine(folder, "located.html"));
        return good == cohort.Files.Count && cohort.Files.All(f => f.Found!.Unlocated.Count == 0)
            ? ExitCode.Done
            : ExitCode.SomeInputsFailed;
    }

    private ((LocatedFile? Found, string? Failure) Result, bool Kept) Located(
        BidsDataset dataset, DerivativeFolder results, BidsFile file, CancellationToken cancel)
    {
        var status = results.PathOf(file, "located-status.json");
        LocatedRecording located;
        string fingerprint;
        try
        {
            using var recording = dataset.Open(file);
            fingerprint = Fingerprint.Of(recording, settings, Asked());
            if (Kept(status, fingerprint) is { } kept)
                return ((kept, null), true);
            located = new RecordingLocator(settings, model, options with { Threads = 1 }) { Command = command }
                .Locate(recording, channels, null, cancel);
        }
        catch (Exception e) when (e is BadInputException or IOException or UnauthorizedAccessException)
        {
            return ((null, e.Message.Replace(file.Path + ": ", "", StringComparison.Ordinal)), false);
        }

        LocateJson.Write(results.PathOf(file, "locate.json"), located);
        var found = LocatedFile.Of(located, fingerprint);
        // Last, since it says that the rest is whole.
        AtomicFile.Write(status, stream => JsonSerializer.Serialize(stream, new Stored(Schema, found)));
        return ((found, null), false);
    }

    private string Asked() => string.Join(',', ["locate", model.Name,
        .. model.Parameters.Select(p => FormattableString.Invariant($"{p.Name}={p.Low:R}:{p.High:R}")),
        $"seed {options.Seed}", .. channels]);

    private static LocatedFile? Kept(string status, string fingerprint)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(status));
            return stored?.Schema == Schema && stored.Located?.Fingerprint == fingerprint ? stored.Located : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            // Nothing there yet, or broken off: located anew either way.
            return null;
        }
    }

    private sealed record Stored(string Schema, LocatedFile? Located);
}
