using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Running;

namespace Isonomia.Simulation.Tests.Running;

/// <summary>What people get wrong in a model, from its file to its steps, is told; it never breaks anything.</summary>
public class DamagedModelTests
{
    private static readonly string[] Pieces =
    [
        "0", "1e400", "-", "*", "/", "**", "(", ")", ":", "\n", "  ", "v", "t", "dt", "i", "xi", "rand()", "exp(", "int(", "1/0",
        "volt", "amp", "mV", "ms", "# ", "'", "\"", "{", "}", "[", "]", "unless refractory", "constant", "and", "not", "> ", "inf",
        "%", "//", "sqrt(-1)", "log(0)", "poisson(1e9)", "clip(", "exprel(", "boolean", "integer", "shared", "(event-driven)",
    ];

    private static readonly int Cases =
        Environment.GetEnvironmentVariable("ISONOMIA_FULL_TEST") == "true" ? 20_000 : 400;

    [Fact]
    public void A_damaged_model_runs_or_is_explained()
    {
        string[] names = [.. ModelLibrary.Names.Where(n => n.StartsWith("cells/"))];
        var random = new RandomStream(20261122, "damaged-models");
        var ran = 0;
        for (var number = 0; number < Cases; number++)
        {
            var text = Damaged(ModelLibrary.Text(names[random.Below(names.Length)]), random);
            try
            {
                ran += Runs(text) ? 1 : 0;
            }
            catch (Exception e) when (e is ModelException or IntegrationException or DivergenceException)
            {
                Assert.False(string.IsNullOrWhiteSpace(e.Message));
            }
            catch (Exception e)
            {
                Assert.Fail($"{e.GetType().Name}: {e.Message} from the model\n{text}\n{e.StackTrace}");
            }
        }

        // Damage in a comment, a description or a number leaves a model that runs.
        Assert.InRange(ran, Cases / 20, Cases);
    }

    [Fact]
    public void Refractoriness_without_a_threshold_has_no_effect() => Assert.True(Runs("""
        cell: quiet
        equations: "dv/dt = -v/ms : volt (unless refractory)"
        refractory: 2 ms
        reset: v = 1 mV
        """));

    private static bool Runs(string text)
    {
        var bag = new DiagnosticBag();
        if (ModelFile.Parse(text, "damaged.yaml", bag) is not CellDescription description || description.Resolve(bag) is not { } model)
        {
            Assert.True(bag.HasErrors, "no model and no error from\n" + text);
            Assert.All(bag.Found, d => Assert.NotEmpty(d.Render()));
            return false;
        }

        new CellRun(model, new CellRunSettings { Duration = 4e-3, Dt = 1e-4, Size = 3, Integrator = model.Integrator, Probes = [model.Equations.States.First().Name] })
            .Run(null, TestContext.Current.CancellationToken);
        return true;
    }

    private static string Damaged(string text, RandomStream random)
    {
        for (var times = 1 + random.Below(3); times > 0; times--)
        {
            var at = random.Below(text.Length);
            text = random.Below(5) switch
            {
                0 => text.Remove(at, Math.Min(1 + random.Below(6), text.Length - at)),
                1 => text.Insert(at, Pieces[random.Below(Pieces.Length)]),
                2 => text.Insert(at, ((char)(32 + random.Below(95))).ToString()),
                3 => Moved(text, at, random.Below(text.Length), 1 + random.Below(12)),
                _ => WithoutLine(text, at),
            };
        }

        return text;
    }

    private static string Moved(string text, int from, int to, int length) =>
        text.Insert(to, text.Substring(from, Math.Min(length, text.Length - from)));

    private static string WithoutLine(string text, int at)
    {
        var start = text.LastIndexOf('\n', at) + 1;
        var end = text.IndexOf('\n', at);
        return end < start ? text : text.Remove(start, end - start);
    }
}
