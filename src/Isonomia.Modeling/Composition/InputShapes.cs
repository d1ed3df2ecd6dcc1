using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Composition;

/// <summary>
/// The shapes of input that have a name, written out in the language of equations:
/// <c>step(a, from[, to])</c>, <c>ramp(a, b, from, to)</c>, <c>pulses(a, width, period[, from])</c> and
/// <c>noise(mean, sd, tau)</c>, an Ornstein-Uhlenbeck process, which adds a state of its own. Everything else is an
/// expression of t already, as <c>100*pA*sin(2*pi*10*Hz*t)</c>. Steps begin with the time step that holds their time.
/// </summary>
internal sealed class InputShapes(SourceText source, string noisePrefix, DiagnosticBag bag)
{
    /// <summary>The signatures, for help and errors.</summary>
    public static IReadOnlyDictionary<string, string> Signatures { get; } = new SortedDictionary<string, string>
    {
        ["step"] = "step(amplitude, from[, to])",
        ["ramp"] = "ramp(first, last, from, to)",
        ["pulses"] = "pulses(amplitude, width, period[, from])",
        ["noise"] = "noise(mean, sd, tau)",
    };

    /// <summary>The noise processes met so far: the name of the state, and its three arguments.</summary>
    public List<(string State, ExpressionSyntax Deviation, ExpressionSyntax Tau)> Noises { get; } = [];

    /// <summary>The same input without named shapes.</summary>
    public ExpressionSyntax Expand(ExpressionSyntax input) => input switch
    {
        ExpressionSyntax.Unary u => u with { Operand = Expand(u.Operand) },
        ExpressionSyntax.Binary b => b with { Left = Expand(b.Left), Right = Expand(b.Right) },
        ExpressionSyntax.Call c when Signatures.ContainsKey(c.Function) => Shape(c),
        ExpressionSyntax.Call c => c with { Arguments = [.. c.Arguments.Select(Expand)] },
        _ => input,
    };

    private ExpressionSyntax Shape(ExpressionSyntax.Call call)
    {
        var x = call.Arguments;
        var build = new SyntaxBuilder(call.Span);
        switch (call.Function, x.Count)
        {
            case ("step", 2 or 3):
                var after = build.Apply(">=", Steps(build, build.Name("t")), Steps(build, x[1]));
                var within = x.Count == 2
                    ? after
                    : build.Apply("and", after, build.Apply("<", Steps(build, build.Name("t")), Steps(build, x[2])));
                return build.Apply("*", x[0], build.Call("int", within));
            case ("ramp", 4):
                var along = build.Apply("/", build.Apply("-", build.Name("t"), x[2]), build.Apply("-", x[3], x[2]));
                var clipped = build.Call("clip", along, build.Number(0), build.Number(1));
                return build.Apply("+", x[0], build.Apply("*", build.Apply("-", x[1], x[0]), clipped));
            case ("pulses", 3 or 4):
                ExpressionSyntax since = x.Count == 3 ? build.Name("t") : build.Apply("-", build.Name("t"), x[3]);
                var phase = build.Apply("%", Steps(build, since), Steps(build, x[2]));
                var on = build.Apply("<", phase, Steps(build, x[1]));
                var begun = build.Apply(">=", Steps(build, since), build.Number(0));
                return build.Apply("*", x[0], build.Call("int", build.Apply("and", begun, on)));
            case ("noise", 3):
                var state = $"{noisePrefix}{Noises.Count + 1}";
                Noises.Add((state, x[1], x[2]));
                return build.Apply("+", x[0], build.Name(state));
            default:
                bag.Error(source, call.Span,
                    $"{call.Function} was given {x.Count} argument{(x.Count == 1 ? "" : "s")}",
                    $"write {Signatures[call.Function]}");
                return build.Number(0);
        }
    }

    private static ExpressionSyntax.Call Steps(SyntaxBuilder build, ExpressionSyntax time) =>
        build.Call("timestep", time, build.Name("dt"));

    // Everything built stands where the shape was written, so that errors point there.
    private readonly struct SyntaxBuilder(TextSpan span)
    {
        public ExpressionSyntax.Name Name(string name) => new(name, span);

        public ExpressionSyntax.Number Number(double value) => new(value, true, span);

        public ExpressionSyntax.Call Call(string function, params ExpressionSyntax[] arguments) =>
            new(function, span, arguments, span);

        public ExpressionSyntax.Binary Apply(string op, ExpressionSyntax left, ExpressionSyntax right) =>
            new(op, left, right, span, span);
    }
}
