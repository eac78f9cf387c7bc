using System.Runtime.CompilerServices;

namespace FlowSdk;

public abstract partial class Flow
{
    /// <summary>Goes on with one step.</summary>
    /// <param name="step">The step, a method group of this flow.</param>
    /// <param name="name">Filled in by the compiler.</param>
    protected static Next To(
        Delegate step, [CallerArgumentExpression(nameof(step))] string name = "") =>
        new(TransitionKind.Linear, StepNames.FromExpression(name));

    /// <summary>Goes on with 2 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "") =>
        Branch(name1, name2);

    /// <summary>Goes on with 3 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "") =>
        Branch(name1, name2, name3);

    /// <summary>Goes on with 4 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "") =>
        Branch(name1, name2, name3, name4);

    /// <summary>Goes on with 5 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4, Delegate step5,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "",
        [CallerArgumentExpression(nameof(step5))] string name5 = "") =>
        Branch(name1, name2, name3, name4, name5);

    /// <summary>Goes on with 6 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4, Delegate step5, Delegate step6,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "",
        [CallerArgumentExpression(nameof(step5))] string name5 = "", [CallerArgumentExpression(nameof(step6))] string name6 = "") =>
        Branch(name1, name2, name3, name4, name5, name6);

    /// <summary>Goes on with 7 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4, Delegate step5, Delegate step6,
        Delegate step7,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "",
        [CallerArgumentExpression(nameof(step5))] string name5 = "", [CallerArgumentExpression(nameof(step6))] string name6 = "",
        [CallerArgumentExpression(nameof(step7))] string name7 = "") =>
        Branch(name1, name2, name3, name4, name5, name6, name7);

    /// <summary>Goes on with 8 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4, Delegate step5, Delegate step6,
        Delegate step7, Delegate step8,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "",
        [CallerArgumentExpression(nameof(step5))] string name5 = "", [CallerArgumentExpression(nameof(step6))] string name6 = "",
        [CallerArgumentExpression(nameof(step7))] string name7 = "", [CallerArgumentExpression(nameof(step8))] string name8 = "") =>
        Branch(name1, name2, name3, name4, name5, name6, name7, name8);

    /// <summary>Goes on with 9 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4, Delegate step5, Delegate step6,
        Delegate step7, Delegate step8, Delegate step9,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "",
        [CallerArgumentExpression(nameof(step5))] string name5 = "", [CallerArgumentExpression(nameof(step6))] string name6 = "",
        [CallerArgumentExpression(nameof(step7))] string name7 = "", [CallerArgumentExpression(nameof(step8))] string name8 = "",
        [CallerArgumentExpression(nameof(step9))] string name9 = "") =>
        Branch(name1, name2, name3, name4, name5, name6, name7, name8, name9);

    /// <summary>Goes on with 10 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4, Delegate step5, Delegate step6,
        Delegate step7, Delegate step8, Delegate step9, Delegate step10,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "",
        [CallerArgumentExpression(nameof(step5))] string name5 = "", [CallerArgumentExpression(nameof(step6))] string name6 = "",
        [CallerArgumentExpression(nameof(step7))] string name7 = "", [CallerArgumentExpression(nameof(step8))] string name8 = "",
        [CallerArgumentExpression(nameof(step9))] string name9 = "", [CallerArgumentExpression(nameof(step10))] string name10 = "") =>
        Branch(name1, name2, name3, name4, name5, name6, name7, name8, name9, name10);

    /// <summary>Goes on with 11 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4, Delegate step5, Delegate step6,
        Delegate step7, Delegate step8, Delegate step9, Delegate step10, Delegate step11,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "",
        [CallerArgumentExpression(nameof(step5))] string name5 = "", [CallerArgumentExpression(nameof(step6))] string name6 = "",
        [CallerArgumentExpression(nameof(step7))] string name7 = "", [CallerArgumentExpression(nameof(step8))] string name8 = "",
        [CallerArgumentExpression(nameof(step9))] string name9 = "", [CallerArgumentExpression(nameof(step10))] string name10 = "",
        [CallerArgumentExpression(nameof(step11))] string name11 = "") =>
        Branch(name1, name2, name3, name4, name5, name6, name7, name8, name9, name10, name11);

    /// <summary>Goes on with 12 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4, Delegate step5, Delegate step6,
        Delegate step7, Delegate step8, Delegate step9, Delegate step10, Delegate step11, Delegate step12,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "",
        [CallerArgumentExpression(nameof(step5))] string name5 = "", [CallerArgumentExpression(nameof(step6))] string name6 = "",
        [CallerArgumentExpression(nameof(step7))] string name7 = "", [CallerArgumentExpression(nameof(step8))] string name8 = "",
        [CallerArgumentExpression(nameof(step9))] string name9 = "", [CallerArgumentExpression(nameof(step10))] string name10 = "",
        [CallerArgumentExpression(nameof(step11))] string name11 = "", [CallerArgumentExpression(nameof(step12))] string name12 = "") =>
        Branch(name1, name2, name3, name4, name5, name6, name7, name8, name9, name10, name11, name12);

    /// <summary>Goes on with 13 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4, Delegate step5, Delegate step6,
        Delegate step7, Delegate step8, Delegate step9, Delegate step10, Delegate step11, Delegate step12,
        Delegate step13,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "",
        [CallerArgumentExpression(nameof(step5))] string name5 = "", [CallerArgumentExpression(nameof(step6))] string name6 = "",
        [CallerArgumentExpression(nameof(step7))] string name7 = "", [CallerArgumentExpression(nameof(step8))] string name8 = "",
        [CallerArgumentExpression(nameof(step9))] string name9 = "", [CallerArgumentExpression(nameof(step10))] string name10 = "",
        [CallerArgumentExpression(nameof(step11))] string name11 = "", [CallerArgumentExpression(nameof(step12))] string name12 = "",
        [CallerArgumentExpression(nameof(step13))] string name13 = "") =>
        Branch(name1, name2, name3, name4, name5, name6, name7, name8, name9, name10, name11, name12, name13);

    /// <summary>Goes on with 14 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4, Delegate step5, Delegate step6,
        Delegate step7, Delegate step8, Delegate step9, Delegate step10, Delegate step11, Delegate step12,
        Delegate step13, Delegate step14,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "",
        [CallerArgumentExpression(nameof(step5))] string name5 = "", [CallerArgumentExpression(nameof(step6))] string name6 = "",
        [CallerArgumentExpression(nameof(step7))] string name7 = "", [CallerArgumentExpression(nameof(step8))] string name8 = "",
        [CallerArgumentExpression(nameof(step9))] string name9 = "", [CallerArgumentExpression(nameof(step10))] string name10 = "",
        [CallerArgumentExpression(nameof(step11))] string name11 = "", [CallerArgumentExpression(nameof(step12))] string name12 = "",
        [CallerArgumentExpression(nameof(step13))] string name13 = "", [CallerArgumentExpression(nameof(step14))] string name14 = "") =>
        Branch(name1, name2, name3, name4, name5, name6, name7, name8, name9, name10, name11, name12, name13, name14);

    /// <summary>Goes on with 15 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4, Delegate step5, Delegate step6,
        Delegate step7, Delegate step8, Delegate step9, Delegate step10, Delegate step11, Delegate step12,
        Delegate step13, Delegate step14, Delegate step15,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "",
        [CallerArgumentExpression(nameof(step5))] string name5 = "", [CallerArgumentExpression(nameof(step6))] string name6 = "",
        [CallerArgumentExpression(nameof(step7))] string name7 = "", [CallerArgumentExpression(nameof(step8))] string name8 = "",
        [CallerArgumentExpression(nameof(step9))] string name9 = "", [CallerArgumentExpression(nameof(step10))] string name10 = "",
        [CallerArgumentExpression(nameof(step11))] string name11 = "", [CallerArgumentExpression(nameof(step12))] string name12 = "",
        [CallerArgumentExpression(nameof(step13))] string name13 = "", [CallerArgumentExpression(nameof(step14))] string name14 = "",
        [CallerArgumentExpression(nameof(step15))] string name15 = "") =>
        Branch(name1, name2, name3, name4, name5, name6, name7, name8, name9, name10, name11, name12, name13, name14, name15);

    /// <summary>Goes on with 16 steps, all of which run, in parallel; a join closes them.</summary>
    /// <remarks>The arguments are method groups of this flow; the names are filled in by the compiler.</remarks>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next To(
        Delegate step1, Delegate step2, Delegate step3, Delegate step4, Delegate step5, Delegate step6,
        Delegate step7, Delegate step8, Delegate step9, Delegate step10, Delegate step11, Delegate step12,
        Delegate step13, Delegate step14, Delegate step15, Delegate step16,
        [CallerArgumentExpression(nameof(step1))] string name1 = "", [CallerArgumentExpression(nameof(step2))] string name2 = "",
        [CallerArgumentExpression(nameof(step3))] string name3 = "", [CallerArgumentExpression(nameof(step4))] string name4 = "",
        [CallerArgumentExpression(nameof(step5))] string name5 = "", [CallerArgumentExpression(nameof(step6))] string name6 = "",
        [CallerArgumentExpression(nameof(step7))] string name7 = "", [CallerArgumentExpression(nameof(step8))] string name8 = "",
        [CallerArgumentExpression(nameof(step9))] string name9 = "", [CallerArgumentExpression(nameof(step10))] string name10 = "",
        [CallerArgumentExpression(nameof(step11))] string name11 = "", [CallerArgumentExpression(nameof(step12))] string name12 = "",
        [CallerArgumentExpression(nameof(step13))] string name13 = "", [CallerArgumentExpression(nameof(step14))] string name14 = "",
        [CallerArgumentExpression(nameof(step15))] string name15 = "", [CallerArgumentExpression(nameof(step16))] string name16 = "") =>
        Branch(name1, name2, name3, name4, name5, name6, name7, name8, name9, name10, name11, name12, name13, name14, name15, name16);

    /// <summary>Goes on with one task of a step for each item.</summary>
    /// <typeparam name="T">The items' type, which can be persisted.</typeparam>
    /// <param name="items">The items; enumerated once. If there are none, the foreach goes straight to its join.</param>
    /// <param name="body">The step, a method group of this flow, whose first parameter takes the item.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <returns>The transition, for the step to return.</returns>
    protected static Next ForEach<T>(
        IEnumerable<T> items, Delegate body, [CallerArgumentExpression(nameof(body))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(TransitionKind.ForEach, StepNames.FromExpression(name)) { Items = new ForEachItems<T>(items) };
    }

    /// <summary>Goes on with a gang: tasks of one step that run at the same time and know of each other.</summary>
    /// <param name="count">The number of tasks, 1 or more.</param>
    /// <param name="body">The step, a method group of this flow, that takes a <see cref="Gang"/>.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <returns>The transition, for the step to return.</returns>
    /// <exception cref="FlowException"><paramref name="count"/> is less than 1.</exception>
    protected static Next InParallel(
        int count, Delegate body, [CallerArgumentExpression(nameof(body))] string name = "") =>
        Gang(count, StepNames.FromExpression(name));

    internal static Next Gang(int count, string body) => count >= 1
        ? new(TransitionKind.Gang, body) { GangSize = count }
        : throw new FlowException(FlowErrors.InvalidGang, $"InParallel was asked for {count} tasks of '{body}'. A gang has at least one member.");

    private static Next Branch(params string[] expressions) =>
        new(TransitionKind.Branch, Array.ConvertAll(expressions, StepNames.FromExpression));
}
