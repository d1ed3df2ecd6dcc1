using System.CommandLine;
using System.Text;
using Isonomia.Cli.Verbs;
using Isonomia.Inference.Locating;
using Isonomia.Measurement.Formats.Hdf5.Guarding;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Integration;
using Isonomia.Restoration.Catalogue;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Circuits.Checkpoints;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Simulation.Fields.Forward;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Synapses;

namespace Isonomia.Cli;

internal static class Program
{
    // Not a verb: how this program looks at HDF5 files in another process before it opens them.
    private const string Guard = "hdf5-guard";

    private static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        if (arguments is [Guard])
        {
            MemoryLimit.Set();
            return Hdf5GuardServer.Serve(Console.In, Console.Out);
        }

        if (Environment.ProcessPath is { } program)
        {
            Hdf5Guard.Command = Path.GetFileNameWithoutExtension(program) == "dotnet"
                ? [program, typeof(Program).Assembly.Location, Guard]
                : [program, Guard];
        }

        var root = new RootCommand("Isonomia: the balance of excitation and inhibition, from one person's recording. "
            + "A research tool, not a medical device.")
        {
            AnalyseVerb.Create(), CatalogueVerb.Create(), DemoVerb.Create(), InfoVerb.Create(), LocateVerb.Create(),
            MapVerb.Create(), MeasureVerb.Create(), ModelsVerb.Create(), NormsVerb.Create(), RerunVerb.Create(),
            RestoreVerb.Create(), SimulateVerb.Create(), SweepVerb.Create(), TrialVerb.Create(), ValidateVerb.Create(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Terminal.Say(error.Message);
            Terminal.Say($"See 'isonomia {parsed.CommandResult.Command.Name} --help'.".Replace(root.Name + " --", "--"));
            return ExitCode.WrongUsage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (Explain(e) is var (message, code))
        {
            Terminal.Say(message);
            return code;
        }
    }

    // Anything that input, the disk or the user can cause gets one line; what is left is our own fault and may crash.
    private static (string Message, int Code)? Explain(Exception e) => e switch
    {
        BadInputException => ("error: " + e.Message, ExitCode.BadInput),
        ModelException => (e.Message, ExitCode.BadInput),
        CompositionException or IntegrationException or DivergenceException => ("error: " + e.Message, ExitCode.BadInput),
        CircuitTooLargeException or RunawayException or CheckpointException => ("error: " + e.Message, ExitCode.BadInput),
        ProjectionException or WeightOverflowException => ("error: " + e.Message, ExitCode.BadInput),
        FieldAnalysisException or HaemodynamicException => ("error: " + e.Message, ExitCode.BadInput),
        CatalogueException => ("error: " + e.Message, ExitCode.BadInput),
        LocatingException => ("error: " + e.Message, ExitCode.BadInput),
        SettingException => ("error: " + e.Message, ExitCode.WrongUsage),
        OperationCanceledException => ("interrupted; nothing was written", ExitCode.Interrupted),
        IOException or UnauthorizedAccessException => ("error: " + e.Message, ExitCode.BadInput),
        AggregateException { InnerException: { } inner } => Explain(inner),
        _ => null,
    };
}
