using Isonomia.Inference.Calibrating;
using Isonomia.Inference.Models;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Locating;

namespace Isonomia.Cli.Locating;

/// <summary><c>isonomia locate --calibrate N</c>: are posteriors right about individuals of whom all is known?</summary>
internal static class LocateCalibration
{
    public static int Run(
        SpectralModel model, CalibrationOptions options, string likelihood, string? output, string? json, string command)
    {
        using var interruption = new Interruption();
        if (output is not null)
            Directory.CreateDirectory(output);
        using var log = output is null ? null : CalibrationLog.Open(Path.Combine(output, "individuals.tsv"), model, options, likelihood);
        if (log is { Known.Count: > 0 })
            Terminal.Say($"{log.Known.Count} individuals are known from {output}");
        CalibrationResult result;
        try
        {
            using var progress = Terminal.Progress("calibrating");
            result = Calibration.Try(model, options, log?.Known, log is null ? null : log.Add, progress, interruption.Token);
        }
        catch (OperationCanceledException) when (log is not null)
        {
            Terminal.Say($"interrupted; individuals are kept in {output}, and the same command goes on from there");
            return ExitCode.Interrupted;
        }

        if (output is not null)
        {
            AtomicFile.Write(Path.Combine(output, "calibration.json"), stream => CalibrationJson.Write(stream, result));
            CalibrationReport.Write(Path.Combine(output, "calibration.html"), result, model, command);
        }

        if (json is not null)
            JsonOutput.Write(json, stream => CalibrationJson.Write(stream, result));
        if (json == "-")
            return ExitCode.Done;
        var table = new TextTable(model.Name, "90 % intervals hold", "uniform ranks, p", "recovery, r");
        foreach (var quantity in result.Quantities)
            table.Add(quantity.Name, $"{quantity.Coverage90:P1}", $"{quantity.UniformityP:0.000}", $"{quantity.Recovery:0.00}");
        table.Print(Console.Out);
        Console.WriteLine($"{result.Individuals} individuals drawn from the prior, {result.NotConverged} of them not converged; "
            + $"{result.Seconds:0} s");
        return ExitCode.Done;
    }
}
