using System.CommandLine;
using Isonomia.Cli.Analysing;
using Isonomia.Measurement.Settings;
using Isonomia.Modeling.Description;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Fields;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia analyse</c>: fixed points, stability, spectra and branches of a model.</summary>
internal static class AnalyseVerb
{
    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "a field, a cell or a circuit: a file, or a name of the library" };
        var over = new Option<string?>("--over")
        {
            HelpName = "NAME=FIRST:LAST",
            Description = "follow the fixed points over a parameter, and simulate the rhythms",
        };
        var box = new Option<string[]>("--box")
        {
            HelpName = "STATE=LOW:HIGH",
            Description = "where to look for fixed points; around where the model goes from its initial values, unless given",
        };
        var set = new Option<string[]>("--set") { HelpName = "path=value", Description = "change a value of the model" };
        var duration = new Option<string?>("--for") { HelpName = "6s", Description = "how long rhythms are simulated; the second half counts" };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = "write analysis.json and report.html here" };
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "write analysis.json there (- for standard output)" };
        var command = new Command("analyse", "Find the fixed points of a model, their stability and spectrum, and follow them over a "
            + "parameter; of a circuit, the rates at which its populations keep each other.\n\nExamples:\n  isonomia analyse corticothalamic --out ct\n"
            + "  isonomia analyse jansen-rit --over 'p=0 Hz:400 Hz' --out jr\n"
            + "  isonomia analyse brunel2000 --set parameters.g=6")
        {
            model, over, box, set, duration, output, json,
        };
        command.SetAction(parsed =>
        {
            if (ModelFile.Find(SimulationRequest.NameOf(parsed.GetRequiredValue(model))) is CircuitDescription circuit)
            {
                if (new Option[] { over, box, duration, output }.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } other)
                    throw new SettingException($"{other.Name}: that is for fields and cells; of a circuit there is --json");
                return MeanFieldAnalysis.Run(circuit, (parsed.GetValue(set) ?? []).Select(Pair), parsed.GetValue(json));
            }

            using var interruption = new Interruption();
            var content = new AnalysisRequest(parsed.GetRequiredValue(model))
            {
                Over = parsed.GetValue(over),
                Box = [.. parsed.GetValue(box) ?? []],
                Settings = [.. (parsed.GetValue(set) ?? []).Select(Pair)],
                Duration = parsed.GetValue(duration) is { } time ? QuantityArgument.Time("--for", time) : null,
                Command = RunArguments.Command(parsed),
                Arguments = RunArguments.Of(parsed, model),
            }.Run(interruption.Token);
            if (parsed.GetValue(json) is { } file)
                JsonOutput.Write(file, stream => AnalysisJson.Write(stream, content));
            if (parsed.GetValue(output) is { } folder)
            {
                Directory.CreateDirectory(folder);
                AnalysisReport.Write(Path.Combine(folder, "report.html"), content);
                AtomicFile.Write(Path.Combine(folder, "analysis.json"), stream => AnalysisJson.Write(stream, content));
            }

            if (parsed.GetValue(json) != "-")
                Print(Console.Out, content);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter to, AnalysisContent content)
    {
        var states = content.Model.Region.Equations.States.Select(s => s.Symbol).ToArray();
        to.WriteLine($"{content.Name}: {content.Points.Length} fixed point{(content.Points.Length == 1 ? "" : "s")}");
        foreach (var point in content.Points)
        {
            var nearest = point.Stability.Kind == InstabilityKind.Hopf ? $"Hopf at {point.Stability.FrequencyHz:0.###} Hz" : "saddle-node";
            to.WriteLine($"  {(point.Stability.IsStable ? "stable" : "unstable")}, margin {point.Stability.Margin:0.####} /s, nearest: {nearest}");
            to.WriteLine("    " + string.Join(", ", states.Select((s, i) => $"{s.Name} {point.States[i]:G6}")));
        }

        foreach (var special in content.Branches.SelectMany(b => b.Bifurcations))
        {
            to.WriteLine($"  {AnalysisJson.Name(special.Kind)} at {content.Varied!.Name} = {special.Parameter:G8}"
                + (special.FrequencyHz > 0 ? $", {special.FrequencyHz:0.###} Hz" : ""));
        }

        foreach (var note in content.Notes)
            to.WriteLine("note: " + note);
    }

    private static KeyValuePair<string, string> Pair(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? KeyValuePair.Create(pair[..at].Trim(), pair[(at + 1)..].Trim())
            : throw new SettingException($"--set {pair}: write path=value, as in --set p=220Hz");
    }
}
