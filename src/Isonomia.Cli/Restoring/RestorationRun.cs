using System.Collections.Immutable;
using System.Diagnostics;
using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Locating;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Reporting.Restoring;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Checks;
using Isonomia.Restoration.Course;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Individuals;
using Isonomia.Restoration.Search;

namespace Isonomia.Cli.Restoring;

/// <summary>From a request to what its outputs show: who, what health is, the search, the forecasts.</summary>
internal static class RestorationRun
{
    public static RestorationContent Run(RestorationRequest request, IProgress<double>? progress, CancellationToken cancel)
    {
        var condition = request.Condition is { } name ? CatalogueLibrary.FindCondition(name) : null;
        var interventions = Chosen(request, condition);
        var health = request.Norms is { } norms ? HealthFile.Read(norms)
            : condition is not null ? PublishedHealth.Virtual : PublishedHealth.Adults;
        if (condition is not null)
        {
            var person = PublishedPopulation.With(condition, request.Search.Draws, request.Search.Seed);
            return Search(request, person, health, interventions, progress, cancel) with
            {
                Condition = condition,
                FailedSignatures = [.. FieldChecks.Of(condition).Where(c => !c.Holds).Select(c => c.ToString())],
            };
        }

        var located = Locate(request, cancel);
        return OfRecording(request, located, health, interventions, progress, cancel);
    }

    /// <summary>Restores somebody who has been located already.</summary>
    public static RestorationContent OfRecording(RestorationRequest request, LocatedRecording located, HealthyRange health,
        IReadOnlyList<Intervention> interventions, IProgress<double>? progress, CancellationToken cancel)
    {
        var channel = located.Channels.FirstOrDefault(c => c.Posterior is not null)
            ?? throw new BadInputException(located.Recording.Path, "no channel could be located: "
                + string.Join("; ", located.Channels.Select(c => $"{c.Channel.Name}: {c.WhyNot}")));
        if (LocatedIndividual.WhyNot(channel.Posterior!) is { } whyNot)
        {
            throw new BadInputException(located.Recording.Path, $"channel {channel.Channel.Name} could not be located: {whyNot}; "
                + "whether anything needs restoring is not known; another channel may do, with --channel");
        }

        var person = LocatedIndividual.Of(channel.Channel.Name, channel.Posterior!, request.Search.Draws);
        var content = Search(request, person, health, interventions, progress, cancel);
        return content with
        {
            Recording = Path.GetFileName(located.Recording.Path),
            Channel = channel.Channel.Name,
            Cautions = LocatedIndividual.Cautions(channel.Posterior!),
            Provenance = [.. content.Provenance, ("input_sha256", located.Provenance.InputSha256)],
        };
    }

    /// <summary>The interventions that were asked for, or all, less those excluded and those that do nothing here.</summary>
    public static IReadOnlyList<Intervention> Chosen(RestorationRequest request, Condition? condition)
    {
        var excluded = request.Excluded.Select(n => CatalogueLibrary.FindIntervention(n).Name).ToHashSet(StringComparer.Ordinal);
        var all = request.Interventions.Count > 0
            ? request.Interventions.Select(CatalogueLibrary.FindIntervention)
            : CatalogueLibrary.Interventions.Where(i => i.ActsOn(condition?.Name));
        return [.. all.Where(i => !excluded.Contains(i.Name))];
    }

    private static LocatedRecording Locate(RestorationRequest request, CancellationToken cancel)
    {
        using var recording = RecordingFile.Open(request.Recording!, request.Reading);
        foreach (var warning in recording.Header.Warnings)
            Terminal.Say("warning: " + warning);
        using var progress = Terminal.Progress("locating");
        return new RecordingLocator(LocateSettings.Default, CorticothalamicModel.Instance,
            new LocateOptions { Seed = request.Search.Seed, Threads = request.Search.Threads })
        { Command = request.Command }
            .Locate(recording, (request.Channel ?? RhythmicChannel.Of(recording)) is { } channel ? [channel] : [], progress, cancel);
    }

    private static RestorationContent Search(RestorationRequest request, Individual person, HealthyRange health,
        IReadOnlyList<Intervention> interventions, IProgress<double>? progress, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var result = new RestorationSearch(person, health, request.Search).Run(interventions, progress, cancel);
        var nothing = new Plan([]);
        var first = result.Ranking.IsEmpty ? null : result.Ranking[0].Plan;
        return new RestorationContent
        {
            Result = result,
            Before = Forecast.Of(result, nothing),
            After = first is null ? null : Forecast.Of(result, first),
            Course = first is not null && request.Over is { } over ? TimeCourse.Follow(result, first, over) : [],
            Provenance = Provenance(request),
            Seconds = clock.Elapsed.TotalSeconds,
        };
    }

    private static ImmutableArray<(string, string)> Provenance(RestorationRequest request) =>
    [
        ("version", RecordingMeasurer.Version), ("command", request.Command),
        ("seed", FormattableString.Invariant($"{request.Search.Seed}")),
        ("time", DateTimeOffset.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
