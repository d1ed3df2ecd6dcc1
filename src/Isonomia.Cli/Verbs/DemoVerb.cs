using Isonomia.Cli.Locating;
using System.CommandLine;
using Isonomia.Cli.Restoring;
using Isonomia.Inference.Locating;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Formats.Edf;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Reporting.Restoring;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Individuals;
using Isonomia.Restoration.Search;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia demo</c>: the main job, end to end, on an individual of whom everything is known.</summary>
internal static class DemoVerb
{
    private const double Seconds = 180;

    public static Command Create()
    {
        var output = new Option<string>("--out")
        {
            HelpName = "DIR",
            Description = "where to write",
            DefaultValueFactory = _ => "isonomia-demo",
        };
        var seed = new Option<long>("--seed") { HelpName = "N", Description = "which individual", DefaultValueFactory = _ => 1 };
        var condition = new Option<string?>("--condition")
        {
            HelpName = "NAME",
            Description = "the hidden condition; one that the seed draws unless given",
        };
        var command = new Command("demo", "Simulate a virtual individual with a hidden condition, record it, measure the recording, "
            + "locate the individual, search the way back, and show the truth beside what was found.\n\nExample:\n"
            + "  isonomia demo --out demo") { output, seed, condition };
        command.SetAction(parsed =>
        {
            Run(parsed.GetRequiredValue(output), parsed.GetValue(seed), parsed.GetValue(condition));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Run(string folder, long seed, string? named)
    {
        using var interruption = new Interruption();
        var cancel = interruption.Token;
        var command = $"isonomia demo --out {folder} --seed {seed}{(named is null ? "" : " --condition " + named)}";
        var person = VirtualPerson.Draw(Hidden(seed, named), seed);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "individual.edf");
        using (var made = person.Record(Seconds, seed, cancel))
            EdfWriter.Write(path, made);

        using var recording = RecordingFile.Open(path);
        var measured = Measure(recording, command, cancel);
        MeasurementFolder.Write(folder, measured);
        var (located, channel) = Locate(recording, seed, command, cancel);
        LocateFolder.Write(Path.Combine(folder, "located"), located);
        var content = Restore(located with { Channels = [channel] }, seed, command, cancel);
        RestorationFolder.Write(folder, content);
        var truth = KnownTruth.Of(person, channel.Posterior!, content.Result);
        var report = Path.Combine(folder, "individual.html");
        IndividualReport.Write(report, measured, channel, content, truth);

        Console.WriteLine($"A virtual individual: {recording.Duration:0} s of {recording.Channels.Count} channels of EEG, in {path}");
        Console.WriteLine();
        DemoComparison.Print(Console.Out, channel, content, truth);
        Console.WriteLine();
        Console.WriteLine($"report: {report}");
        Console.WriteLine(RestorationContent.Warning);
    }

    private static Condition Hidden(long seed, string? named)
    {
        if (named is not null)
            return CatalogueLibrary.FindCondition(named);
        Condition[] all = [.. CatalogueLibrary.Conditions.Where(c => c.In(CatalogueModels.Corticothalamic) is not null)];
        return all[(int)((ulong)seed % (ulong)all.Length)];
    }

    private static RecordingMeasurement Measure(Recording recording, string command, CancellationToken cancel)
    {
        var measurer = new RecordingMeasurer(RecordingMeasurer.DefaultSettings, BiomarkerLibrary.All)
        {
            ApplicableOnly = true,
            Command = command,
        };
        using var progress = Terminal.Progress("measuring");
        return measurer.Measure(recording, progress, cancel);
    }

    // The first channel that can be located; electrodes see the same field.
    private static (LocatedRecording, LocatedChannel) Locate(Recording recording, long seed, string command, CancellationToken cancel)
    {
        var locator = new RecordingLocator(LocateSettings.Default, PublishedPopulation.Prior,
            new LocateOptions { Seed = seed, Threads = Environment.ProcessorCount })
        { Command = command };
        var refused = "";
        foreach (var name in new[] { "Cz", "Pz", "Oz", "Fz" })
        {
            using var progress = Terminal.Progress($"locating by {name}");
            var located = locator.Locate(recording, [name], progress, cancel);
            if (located.Channels[0].Posterior is { Diagnostics.Converged: true })
                return (located, located.Channels[0]);
            refused = located.Channels[0].WhyNot ?? located.Channels[0].Posterior!.Diagnostics.WhyNot ?? "";
        }

        throw new LocatingException($"this individual could not be located: {refused}; another may, with --seed");
    }

    private static RestorationContent Restore(LocatedRecording located, long seed, string command, CancellationToken cancel)
    {
        var request = new RestorationRequest
        {
            Command = command,
            Search = new SearchOptions { Seed = seed, Threads = Environment.ProcessorCount },
        };
        using var progress = Terminal.Progress("searching");
        return RestorationRun.OfRecording(
            request, located, PublishedHealth.Virtual, RestorationRun.Chosen(request, null), progress, cancel);
    }
}
