using System.CommandLine;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Formats.Edf;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Synthesis;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia demo</c>: the main job, end to end, on an individual of whom everything is known.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var output = new Option<string>("--out")
        {
            HelpName = "DIR",
            Description = "where to write",
            DefaultValueFactory = _ => "isonomia-demo",
        };
        var seed = new Option<long>("--seed") { HelpName = "N", Description = "which individual", DefaultValueFactory = _ => 1 };
        var command = new Command("demo", "Record a virtual individual whose truth is known, measure the recording, and show "
            + "what was found beside the truth.\n\nExample:\n  isonomia demo --out demo") { output, seed };
        command.SetAction(parsed =>
        {
            Run(parsed.GetRequiredValue(output), parsed.GetValue(seed));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Run(string folder, long seed)
    {
        using var interruption = new Interruption();
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "individual.edf");
        var (made, truth) = new VirtualIndividual { Seed = seed }.Record();
        using (made)
            EdfWriter.Write(path, made);

        using var recording = RecordingFile.Open(path);
        var measurer = new RecordingMeasurer(RecordingMeasurer.DefaultSettings, BiomarkerLibrary.All)
        {
            ApplicableOnly = true,
            Command = $"isonomia demo --out {folder} --seed {seed}",
        };
        RecordingMeasurement found;
        using (var progress = Terminal.Progress("measuring"))
            found = measurer.Measure(recording, progress, interruption.Token);
        MeasurementFolder.Write(folder, found);

        Console.WriteLine($"A virtual individual: {recording.Duration:0} s of {recording.Channels.Count} channels of EEG, in {path}");
        Console.WriteLine();
        DemoComparison.Print(Console.Out, truth, found);
        Console.WriteLine();
        Console.WriteLine($"report: {Path.Combine(folder, MeasurementFolder.ReportName)}");
        Console.WriteLine("This is a research tool, not a medical device.");
    }
}
