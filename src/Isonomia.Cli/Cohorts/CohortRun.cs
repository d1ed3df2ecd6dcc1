using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Cohorts;

namespace Isonomia.Cli.Cohorts;

/// <summary><c>isonomia measure BIDS_DIR</c>: every recording of a data set, one table of all of them.</summary>
internal static class CohortRun
{
    private const int ShownFailures = 20;

    public static int Run(CohortRequest request)
    {
        var dataset = BidsDataset.Open(request.Folder);
        foreach (var warning in dataset.Warnings)
            Terminal.Say("warning: " + warning);
        var files = Chosen(dataset, request.Where);
        request.Comparing.Check(dataset);
        var output = request.Output ?? Path.Combine(dataset.Folder, "derivatives", "isonomia");
        var results = new DerivativeFolder(output, dataset);
        results.Begin(request.Command);

        using var interruption = new Interruption();
        FileOutcome[] outcomes;
        try
        {
            using var progress = new CohortProgress(files, "measured");
            outcomes = new CohortMeasuring(dataset, results, request, progress).Measure(files, interruption.Token);
        }
        catch (OperationCanceledException)
        {
            Terminal.Say($"interrupted; finished recordings are kept in {output}, and the same command goes on from there");
            return ExitCode.Interrupted;
        }

        CohortTsv.Write(results, outcomes);
        if (request.Json is { } json)
            JsonOutput.Write(json, stream => CohortJson.Write(stream, dataset, outcomes, request.Command));
        Summarise(outcomes, output);
        request.Comparing.Run(dataset, results, outcomes, request.Command, interruption.Token);
        return outcomes.Any(o => o.Failure is not null) ? ExitCode.SomeInputsFailed : ExitCode.Done;
    }

    /// <summary>The recordings that meet all conditions, as <c>task=rest</c>.</summary>
    internal static BidsFile[] Chosen(BidsDataset dataset, IReadOnlyList<string> conditions)
    {
        IEnumerable<BidsFile> chosen = dataset.Files;
        foreach (var condition in conditions)
        {
            if (condition.Split('=') is not [{ Length: > 0 } entity, { Length: > 0 } values])
                throw new SettingException($"--where {condition}: write entity=value, as in --where task=rest or ses=1,2");
            var wanted = values.Split(',');
            chosen = chosen.Where(f => wanted.Contains(f.Name[entity]));
        }

        BidsFile[] files = [.. chosen];
        return files.Length > 0 ? files : throw new SettingException(
            $"--where {string.Join(' ', conditions)}: none of the {dataset.Files.Count} recordings is of this kind; the first is "
            + dataset.Files[0].Relative);
    }

    private static void Summarise(FileOutcome[] outcomes, string output)
    {
        var failures = outcomes.Where(o => o.Failure is not null).ToArray();
        var kept = outcomes.Count(o => o.WasKept);
        Terminal.Say($"{outcomes.Length - failures.Length} of {outcomes.Length} recordings measured"
            + (kept > 0 ? $" ({kept} of them earlier, kept)" : "") + (failures.Length > 0 ? $", {failures.Length} failed:" : ""));
        foreach (var failure in failures.Take(ShownFailures))
            Terminal.Say($"  {failure.File.Relative}: {failure.Failure}");
        if (failures.Length > ShownFailures)
            Terminal.Say($"  and {failures.Length - ShownFailures} more; recordings.tsv names them");
        Terminal.Say($"all numbers: {Path.Combine(output, "biomarkers.tsv")}");
    }
}
