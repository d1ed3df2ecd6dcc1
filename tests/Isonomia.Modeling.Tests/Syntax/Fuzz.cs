using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax;
using Isonomia.Numerics.Random;

namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>Makes texts that nobody would write, and parses them.</summary>
internal static class Fuzz
{
    /// <summary>Texts tried by a test: many more in the full run.</summary>
    public static int Texts => Environment.GetEnvironmentVariable("ISONOMIA_FULL_TEST") == "true" ? 100_000 : 3_000;

    public const string Model = """
        dv/dt = (gL*(EL - v) + gL*DeltaT*exp((v - VT)/DeltaT) - w + I)/C : volt (unless refractory)
        dw/dt = (a*(v - EL) - w)/tauw : amp
        # a synapse
        I = g*(Ee - v)
            + sigma*sqrt(2/tau)*xi : amp (constant over dt)
        dg/dt = -g/(5 ms) : siemens (event-driven, shared)
        m_inf = 1/(1 + exp(-(v + 40.5*mV)/6e-3)) : 1
        on = int(v > -20 mV and not (w < 0*pA)) : integer
        gL, C : siemens/meter**2 (constant)
        tau : second**(-1/2)
        """;

    private const string Odd =
        "\u00a0\u2212\u00d7\u00b2\u207b\u03c4\u00b5\ud835\udc63\ud800\u200b\u2019\u0307\u4e2d\0\u001b";

    private static readonly string[] Tokens =
    [
        "v", "dv", "dt", "x", "exp", "if", "else", "lambda", "constant", "unless refractory", "volt", "ms", "1", "0.5",
        "1e-3", "1.2.3", "+", "-", "*", "/", "//", "%", "**", "^", "=", "==", "+=", "<", ">=", "!=", "!", "&&", "and",
        "or", "not", "(", ")", "[", "]", "{", "}", ",", ":", ";", "'", "\"", "#", "\\", "\n", "\n", "\r\n", " ", "  ",
        "dv/dt = ", "x = ", "x : 1\n", ": volt\n", "$", "?", "@",
    ];

    /// <summary>Characters at random, most of them of the keyboard.</summary>
    public static string Characters(RandomStream stream) => Repeat(
        stream, 80, () => stream.Below(12) == 0 ? Odd[stream.Below(Odd.Length)].ToString()
            : stream.Below(10) == 0 ? "\n" : ((char)(32 + stream.Below(95))).ToString());

    /// <summary>Tokens at random.</summary>
    public static string TokenSoup(RandomStream stream) =>
        Repeat(stream, 60, () => Tokens[stream.Below(Tokens.Length)]);

    /// <summary>A sensible model with a few accidents.</summary>
    public static string DamagedModel(RandomStream stream)
    {
        var text = Model;
        for (var i = 1 + stream.Below(4); i > 0; i--)
            text = Damage(text, stream);
        return text;
    }

    /// <summary>A text with one stretch deleted, inserted, doubled or replaced.</summary>
    public static string Damage(string text, RandomStream stream)
    {
        var at = stream.Below(text.Length + 1);
        var length = Math.Min(text.Length - at, stream.Below(4) == 0 ? stream.Below(30) : 1);
        var token = stream.Below(6) == 0
            ? Odd[stream.Below(Odd.Length)].ToString()
            : Tokens[stream.Below(Tokens.Length)];
        return stream.Below(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, token),
            2 => text.Insert(at, text.Substring(at, length)),
            _ => text.Remove(at, length).Insert(at, token),
        };
    }

    /// <summary>Parses a text in all three ways, and holds every finding and every node to the text.</summary>
    public static void Check(string text)
    {
        var source = new SourceText(text, "text");
        foreach (var parse in (Action<DiagnosticBag>[])[
            bag => CheckTree(ExpressionParser.Parse(source, bag), text, 1, bag),
            bag => CheckEquations(text, EquationsParser.Parse(source, bag), bag),
            bag => CheckStatements(text, StatementsParser.Parse(source, bag), bag)])
        {
            var bag = new DiagnosticBag();
            parse(bag);
            foreach (var found in bag.Found)
            {
                CheckSpan(found.Span, text);
                Assert.False(string.IsNullOrWhiteSpace(found.Message));
                Assert.DoesNotContain(found.Render().Replace("\n", ""), char.IsControl);
            }
        }
    }

    private static void CheckEquations(string text, IEnumerable<EquationSyntax> equations, DiagnosticBag bag)
    {
        foreach (var equation in equations)
        {
            CheckSpan(equation.Span, text);
            CheckSpan(equation.NameSpan, text);
            Assert.Equal(equation.Kind == EquationKind.Parameter, equation.Right is null);
            CheckWhole(equation.Right, text, bag);
            CheckWhole(equation.Unit, text, bag);
            Assert.All(equation.Flags, f => CheckSpan(f.Span, text));
        }
    }

    private static void CheckStatements(string text, IEnumerable<StatementSyntax> statements, DiagnosticBag bag)
    {
        foreach (var statement in statements)
        {
            CheckSpan(statement.Span, text);
            CheckSpan(statement.TargetSpan, text);
            CheckWhole(statement.Right, text, bag);
        }
    }

    // Missing stands for a whole right side or unit only, and never without a reason.
    private static void CheckWhole(ExpressionSyntax? expression, string text, DiagnosticBag bag)
    {
        if (expression is ExpressionSyntax.Missing)
            Assert.True(bag.HasErrors);
        else
            CheckTree(expression, text, 1, bag);
    }

    private static void CheckTree(ExpressionSyntax? node, string text, int depth, DiagnosticBag bag)
    {
        if (node is null)
            return;
        Assert.True(depth <= 200);
        CheckSpan(node.Span, text);
        switch (node)
        {
            case ExpressionSyntax.Missing:
                Assert.Fail("a missing part inside an expression");
                break;
            case ExpressionSyntax.Unary unary:
                CheckTree(unary.Operand, text, depth + 1, bag);
                break;
            case ExpressionSyntax.Binary binary:
                CheckSpan(binary.OperatorSpan, text);
                CheckTree(binary.Left, text, depth + 1, bag);
                CheckTree(binary.Right, text, depth + 1, bag);
                break;
            case ExpressionSyntax.Call call:
                CheckSpan(call.FunctionSpan, text);
                foreach (var argument in call.Arguments)
                    CheckTree(argument, text, depth + 1, bag);
                break;
        }
    }

    private static void CheckSpan(TextSpan span, string text) =>
        Assert.True(span.Start >= 0 && span.Length >= 0 && span.End <= text.Length, $"{span} in {text.Length}");

    private static string Repeat(RandomStream stream, int most, Func<string> one) =>
        string.Concat(Enumerable.Range(0, stream.Below(most)).Select(_ => one()));
}
