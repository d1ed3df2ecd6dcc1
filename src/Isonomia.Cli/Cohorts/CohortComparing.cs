using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Cohorts;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Cohorts;
using Isonomia.Reporting.Cohorts.Comparing;

namespace Isonomia.Cli.Cohorts;

/// <summary>Compares groups of participants, occasions, or both, by what was measured of a data set.</summary>
/// <param name="By">The column of <c>participants.tsv</c> to compare by; null for none.</param>
/// <param name="Paired">The entity whose values are occasions, with the two that are compared where there are more:
/// <c>ses</c>, or <c>ses=before,after</c>; null for none.</param>
/// <param name="ByClusters">Whether channels are corrected by clusters where that is possible.</param>
internal sealed record CohortComparing(string? By, string? Paired, bool ByClusters)
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["session"] = "ses",
        ["acquisition"] = "acq",
    };

    /// <summary>Fails early: before hours of measuring.</summary>
    public void Check(BidsDataset dataset)
    {
        if (By is not null)
            _ = dataset.Participants.Column(By);
        if (Paired is not null)
            _ = Occasions(dataset.Files);
    }

    /// <summary>Compares, and writes report and table into a folder of the results.</summary>
    public void Run(BidsDataset dataset, DerivativeFolder results, FileOutcome[] outcomes, string command, CancellationToken cancel)
    {
        if (By is null && Paired is null)
            return;
        var measured = outcomes.Where(o => o.Measured is not null).ToArray();
        var (entity, before, after) = Paired is null ? (null, null, null) : Occasions([.. measured.Select(o => o.File)]);
        var observations = CohortObservations.Read(results, outcomes, entity);
        var design = Design(dataset, observations, before, after);
        var comparison = CohortComparison.Run(design, observations.All, ByClusters, cancel);
        var used = measured.Count(o => design.Participants.Contains(o.File.Participant)
            && (entity is null || o.File.Name[entity] == before || o.File.Name[entity] == after));
        var content = new ComparisonContent(
            dataset.Name, comparison, observations, used, outcomes.Length - measured.Length, command);
        var folder = Path.Combine(results.Path, FolderName());
        ComparisonTsv.Write(folder, content);
        ComparisonReport.Write(Path.Combine(folder, "report.html"), content);
        Terminal.Say($"comparison: {Path.Combine(folder, "report.html")}");
    }

    private CohortDesign Design(BidsDataset dataset, CohortObservations observations, string? before, string? after)
    {
        var participants = observations.All.Select(o => o.Participant).Distinct(StringComparer.Ordinal).ToArray();
        if (before is null || after is null)
            return CohortDesign.By(By!, dataset.Participants.Column(By!), participants);
        string[] Of(string occasion) =>
            [.. observations.All.Where(o => o.Occasion == occasion).Select(o => o.Participant).Distinct(StringComparer.Ordinal)];
        var paired = CohortDesign.Paired(before, after, Of(before), Of(after));
        return By is null ? paired : paired.ChangeBy(By, dataset.Participants.Column(By));
    }

    private (string Entity, string Before, string After) Occasions(IReadOnlyList<BidsFile> files)
    {
        var parts = Paired!.Split('=');
        var entity = Words.GetValueOrDefault(parts[0], parts[0]);
        var there = files.Select(f => f.Name[entity]).OfType<string>().Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).ToArray();
        var chosen = parts.Length > 1 ? parts[1].Split(',') : there;
        if (chosen.FirstOrDefault(c => !there.Contains(c)) is { } absent)
            throw new SettingException($"--paired {Paired}: no recording has {entity}-{absent}; there are {List(there)}");
        return chosen.Length == 2 && chosen[0] != chosen[1]
            ? (entity, chosen[0], chosen[1])
            : throw new BadInputException($"--paired {Paired}: two values of {entity} are compared, but there are "
                + $"{List(there)}; name two, as in --paired {entity}=before,after");
    }

    private string FolderName()
    {
        var name = (By is null ? "" : $"by-{By}") + (By is not null && Paired is not null ? "_" : "")
            + (Paired is null ? "" : $"paired-{Paired}");
        return "comparison_" + string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
    }

    private static string List(string[] values) => values.Length == 0 ? "none" : string.Join(", ", values);
}
